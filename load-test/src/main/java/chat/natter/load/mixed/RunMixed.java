package chat.natter.load.mixed;

import chat.natter.client.connection.ChatClient;
import chat.natter.client.rest.MediaApi;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Session;
import chat.natter.contract.ConversationId;
import chat.natter.load.ledger.DeliveryLedger;
import chat.natter.load.ledger.Fault;
import chat.natter.load.ledger.SettleDeliveries;
import chat.natter.load.onetoone.Schedule;
import chat.natter.load.scenario.AwaitOrFault;
import chat.natter.load.scenario.Circle;
import chat.natter.load.scenario.Findings;
import chat.natter.load.scenario.Gateways;
import chat.natter.load.scenario.SignUp;
import chat.natter.load.scenario.SignedIn;
import chat.natter.load.stack.WatchStack;
import chat.natter.load.stack.Watching;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * People sit in a circle, have their neighbours for friends and share a group with those next to them; what they do is
 * drawn by weights, at a fixed rate in all. What is judged: each delivery and each mark, with everybody back.
 */
final class RunMixed {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UPLOADS_AT_ONCE = 4;
    private static final int EVENT_LOOPS = 2;
    private static final int SHOWN_FAULTS = 10;
    private static final long LOOK_MILLIS = 1;

    private final MixedPlan plan;
    private final WatchStack stack;
    private final Consumer<String> progress;
    private final DeliveryLedger ledger = new DeliveryLedger();
    private final MixedFigures figures = new MixedFigures();
    private final Findings result = new Findings("each once, in order, unchanged, and all marks are true");
    private final AwaitOrFault await = new AwaitOrFault(result, PATIENCE);

    RunMixed(MixedPlan plan, WatchStack stack, Consumer<String> progress) {
        this.plan = plan;
        this.stack = stack;
        this.progress = progress;
    }

    Findings run() throws ExecutionException, InterruptedException {
        progress.accept("signing up " + plan.people() + " people");
        ExecutorService uploads = Executors.newFixedThreadPool(UPLOADS_AT_ONCE);
        try (ChatClient client = ChatClient.start(EVENT_LOOPS)) {
            Map<Resident, MediaApi> people = people(client);
            List<Resident> circle = List.copyOf(people.keySet());
            meet(circle);
            Day day = new Day(people, plan.weights(), figures, uploads);
            progress.accept("warming up");
            drive(day, plan.warmUp());
            measure(day);
            settle(day, circle);
            return result;
        } finally {
            uploads.shutdownNow();
        }
    }

    private Map<Resident, MediaApi> people(ChatClient client) throws ExecutionException, InterruptedException {
        List<List<URI>> homes = new ArrayList<>();
        for (int i = 0; i < plan.people(); i++) {
            homes.add(Gateways.startingAt(i, plan.edges()));
        }
        List<Session> sessions =
                SignUp.at(homes.stream().map(home -> home.get(0)).toList());
        Map<Resident, MediaApi> people = new LinkedHashMap<>();
        for (int i = 0; i < sessions.size(); i++) {
            NatterApi api = new NatterApi(homes.get(i).get(0));
            SignedIn signedIn = new SignedIn(api, sessions.get(i), Clock.systemUTC());
            people.put(
                    new Resident(client, signedIn, homes.get(i), ledger, figures),
                    api.as(signedIn::token).media());
        }
        return people;
    }

    private void meet(List<Resident> circle) throws InterruptedException {
        progress.accept("connecting");
        for (int i = 0; i < circle.size(); i++) {
            circle.get(i).befriend(Circle.neighbours(circle, i, plan.friends()));
        }
        circle.forEach(Resident::come);
        await.until("all to be there", () -> circle.stream().allMatch(Resident::isThere));
        for (int first = 0; first + 1 < circle.size(); first += plan.groupSize()) {
            List<Resident> members = circle.subList(first, Math.min(circle.size(), first + plan.groupSize()));
            ConversationId group = members.get(0).found(members.subList(1, members.size()));
            members.forEach(member -> member.joined(group));
        }
        await.until("all groups", () -> circle.stream().allMatch(Resident::isIdle));
    }

    private void drive(Day day, Duration duration) throws InterruptedException {
        Schedule schedule = new Schedule(System.nanoTime(), plan.rate());
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            while (schedule.isDue(System.nanoTime())) {
                day.next(schedule.next());
            }
            day.goOn();
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private void measure(Day day) throws InterruptedException {
        Watching watching = stack.begin("a day");
        progress.accept("measuring");
        Map<Doing, Long> before = figures.done();
        long delivered = figures.delivered.sum();
        long began = System.nanoTime();
        figures.begin();
        drive(day, plan.duration());
        figures.end();
        double seconds = (System.nanoTime() - began) / 1e9;
        long deliveredMeanwhile = figures.delivered.sum() - delivered;
        watching.end(deliveredMeanwhile, "delivered message");
        result.put("delivered", deliveredMeanwhile);
        result.put("deliveredPerSecond", deliveredMeanwhile / seconds);
        figures.done().forEach((doing, count) -> {
            if (plan.weights().has(doing)) {
                result.put(
                        "done" + doing.name().charAt(0)
                                + doing.name().substring(1).toLowerCase(Locale.ROOT),
                        count - before.getOrDefault(doing, 0L));
            }
        });
        result.put("friendMillis", figures.direct);
        result.put("groupMillis", figures.group);
    }

    private void settle(Day day, List<Resident> circle) throws InterruptedException {
        progress.accept("letting everybody come back, and the last ones arrive");
        await.until("everybody to be back", day::isOver);
        circle.forEach(one -> one.look(true));
        List<Fault> faults = SettleDeliveries.within(PATIENCE, ledger);
        result.put("deliveredInAll", figures.delivered.sum());
        result.put("receiptsInAll", figures.receipts.sum());
        result.put("typingShownInAll", figures.typing.sum());
        result.put("presencesInAll", figures.presences.sum());
        faults.stream().limit(SHOWN_FAULTS).forEach(fault -> result.fault(fault.toString()));
        if (faults.size() > SHOWN_FAULTS) {
            result.fault("and " + (faults.size() - SHOWN_FAULTS) + " more");
        }
        day.failures().forEach(result::fault);
        circle.forEach(one -> one.unwanted().forEach(result::fault));
        if (figures.delivered.sum() == 0) {
            result.fault("nothing was delivered");
        }
    }
}
