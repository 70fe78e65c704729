package chat.natter.load.presence;

import chat.natter.client.rest.Session;
import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import chat.natter.load.measure.CountOverTime;
import chat.natter.load.onetoone.Schedule;
import chat.natter.load.scenario.Findings;
import chat.natter.load.scenario.Gateways;
import chat.natter.load.scenario.SignUp;
import chat.natter.load.stack.WatchStack;
import chat.natter.load.stack.Watching;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * People watch each other, come, go and put their apps aside at a rate. What is judged: soon after the last change
 * everybody who looks sees the truth of everybody they watch; and so do all, once all are back and look.
 */
final class RunPresence {
    private static final long LOOK_MILLIS = 1;
    private static final long LOOK_AT_VIEWS_MILLIS = 50;
    private static final long TELL_EVERY_SECONDS = 10;
    private static final int SHOWN_FAULTS = 50;

    private final PresencePlan plan;
    private final WatchStack stack;
    private final Consumer<String> progress;
    private final PresenceFigures figures = new PresenceFigures();
    private final Map<Doing, Integer> done = new EnumMap<>(Doing.class);
    private final Findings result = new Findings("whoever looks sees the truth of everybody they watch");
    private final Map<UserId, Truth> truths = new LinkedHashMap<>();

    RunPresence(PresencePlan plan, WatchStack stack, Consumer<String> progress) {
        this.plan = plan;
        this.stack = stack;
        this.progress = progress;
    }

    Findings run() throws ExecutionException, InterruptedException {
        progress.accept("signing up " + plan.people() + " people, seed " + plan.seed());
        result.put("seed", plan.seed());
        DrawDoings draw = new DrawDoings(plan.seed(), plan.people());
        List<Passerby> people = people(HttpClient.newHttpClient());
        for (int i = 0; i < people.size(); i++) {
            List<UserId> others = draw.others(i, plan.watches()).stream()
                    .map(other -> people.get(other).user())
                    .toList();
            people.get(i).watch(others, this::truth);
        }
        progress.accept("connecting");
        people.forEach(Passerby::returns);
        boolean began = settle("allThereMillis", "everybody to see that all are there", people);
        if (began) {
            measure(draw, people);
            progress.accept("nothing changes any more");
            settle("trueAfterMillis", "every view to be true after the last change", people);
            tellTimes();
            progress.accept("letting everybody come back and look");
            people.forEach(Passerby::returns);
            settle("allBackMillis", "everybody to see that all are back", people);
        }
        figures.unwanted.stream().limit(SHOWN_FAULTS).forEach(result::fault);
        people.forEach(Passerby::leaves);
        return result;
    }

    private List<Passerby> people(HttpClient http) throws ExecutionException, InterruptedException {
        List<List<URI>> homes = new ArrayList<>();
        for (int i = 0; i < plan.people(); i++) {
            homes.add(Gateways.startingAt(i, plan.edges()));
        }
        List<Session> sessions =
                SignUp.at(homes.stream().map(home -> home.get(0)).toList());
        List<Passerby> people = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            Passerby one = new Passerby(http, homes.get(i), sessions.get(i), figures);
            people.add(one);
            truths.put(one.user(), one.truth());
        }
        return people;
    }

    private Truth truth(UserId user) {
        Truth found = truths.get(user);
        if (found == null) {
            throw new IllegalArgumentException("nobody watches " + user);
        }
        return found;
    }

    private PresenceState state(UserId user) {
        return truth(user).state();
    }

    private void measure(DrawDoings draw, List<Passerby> people) throws InterruptedException {
        progress.accept("coming and going, " + plan.rate() + " changes a second");
        Watching watching = stack.begin("coming and going");
        long framesBefore = figures.frames.sum();
        long began = System.nanoTime();
        figures.begin();
        long changes = drive(draw, people, began);
        CountOverTime bySecond = figures.bySecond.overTime("presence frames");
        double seconds = (System.nanoTime() - began) / 1e9;
        long frames = figures.frames.sum() - framesBefore;
        watching.end(frames, "presence frame");
        result.put("changes", changes);
        done.forEach((doing, count) -> result.put("done" + words(doing), count));
        result.put("presenceFrames", frames);
        result.put("presenceFramesPerSecond", frames / seconds);
        result.put("presenceFramesBySecond", bySecond);
    }

    /** Only now: what the grace and the throttle held back counts too. */
    private void tellTimes() {
        figures.end();
        result.put("seenMillis", figures.alone);
        result.put("seenThrottledMillis", figures.throttled);
        result.put("goneSeenMillis", figures.gone);
        result.put("socketsOvertaken", figures.overtaken.sum());
    }

    private static String words(Doing doing) {
        StringBuilder name = new StringBuilder();
        for (String word : doing.name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private long drive(DrawDoings draw, List<Passerby> people, long began) throws InterruptedException {
        Schedule schedule = new Schedule(began, plan.rate());
        long end = began + plan.duration().toNanos();
        long toldAt = 0;
        while (System.nanoTime() < end) {
            while (schedule.isDue(System.nanoTime())) {
                schedule.next();
                DrawDoings.Drawn drawn = draw.next();
                done.merge(drawn.doing(), 1, Integer::sum);
                people.get(drawn.person()).does(drawn.doing());
            }
            long second = (System.nanoTime() - began) / 1_000_000_000;
            if (second >= toldAt + TELL_EVERY_SECONDS) {
                toldAt = second;
                progress.accept(second + " s: " + schedule.count() + " changes, " + figures.frames.sum()
                        + " presence frames so far");
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return schedule.count();
    }

    /** Whether all views were true within the bound; those that were not are faults. */
    private boolean settle(String name, String what, List<Passerby> people) throws InterruptedException {
        long began = System.nanoTime();
        List<WrongView> wrong = wrong(people);
        while (!wrong.isEmpty() && System.nanoTime() - began < plan.bound().toNanos()) {
            Thread.sleep(LOOK_AT_VIEWS_MILLIS);
            wrong = wrong(people);
        }
        result.putMillisSince(name, began);
        if (!wrong.isEmpty()) {
            result.fault("waited " + plan.bound().toSeconds() + " s in vain for " + what + "; wrong: " + wrong.size());
            wrong.stream().limit(SHOWN_FAULTS).forEach(view -> result.fault(view.toString()));
            if (wrong.size() > SHOWN_FAULTS) {
                result.fault("and " + (wrong.size() - SHOWN_FAULTS) + " more");
            }
        }
        return wrong.isEmpty();
    }

    private List<WrongView> wrong(List<Passerby> people) {
        return JudgeViews.wrong(people.stream().map(Passerby::view).toList(), this::state);
    }
}
