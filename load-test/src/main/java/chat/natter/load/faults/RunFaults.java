package chat.natter.load.faults;

import chat.natter.client.connection.ChatClient;
import chat.natter.contract.ConversationId;
import chat.natter.load.ledger.DeliveryLedger;
import chat.natter.load.ledger.Fault;
import chat.natter.load.ledger.JudgeDeliveries;
import chat.natter.load.ledger.SettleDeliveries;
import chat.natter.stack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * People talk without a pause while one trouble follows another, each only when what the one before broke has come
 * back. In the end everything that happened is judged.
 */
public final class RunFaults {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(60);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(90);
    private static final long LOOK_MILLIS = 20;
    private static final Duration JUDGE_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final int EVENT_LOOPS = 2;

    private final FaultsPlan plan;
    private final LocalStack stack;
    private final Consumer<String> progress;
    private final DeliveryLedger ledger = new DeliveryLedger();
    private final Freshness freshness = new Freshness();
    private final List<TroubleReport> reports = new ArrayList<>();
    private final Random random;
    private Duration clocksDiffer = Duration.ZERO;

    public RunFaults(FaultsPlan plan, LocalStack stack, Consumer<String> progress) {
        this.plan = plan;
        this.stack = stack;
        this.progress = progress;
        this.random = new Random(plan.seed());
    }

    public FaultsResult run() throws IOException, InterruptedException {
        progress.accept("seed " + plan.seed() + "; putting networks of our own between the parts");
        try (HistoryFile history = new HistoryFile(plan.history(), Clock.systemUTC());
                StackVictims victims = StackVictims.of(stack);
                ChatClient client = ChatClient.start(EVENT_LOOPS)) {
            Records records = new Records(ledger, freshness, history, Clock.systemUTC());
            return run(records, victims, client);
        }
    }

    private FaultsResult run(Records records, StackVictims victims, ChatClient client) throws InterruptedException {
        List<URI> edges = victims.edges();
        progress.accept("signing up " + 2 * plan.pairs() + " people and some more");
        Crowd crowd = Crowd.gather(client, edges, plan.pairs(), records, ledger, freshness, random);
        require(CONNECT_WITHIN, crowd::isSynced, "not all connected");
        crowd.meet();
        require(CONNECT_WITHIN, () -> ledger.answered() > 0, "no group");
        ScheduledExecutorService talk = Executors.newSingleThreadScheduledExecutor();
        try (AskServices services = askServices(edges, crowd, records)) {
            var ticking = talk.scheduleAtFixedRate(
                    crowd::tick, 0, TimeUnit.SECONDS.toMicros(1) / plan.rate(), TimeUnit.MICROSECONDS);
            long start = System.nanoTime();
            require(BACK_WITHIN, () -> missingSince(start, services, victims).isEmpty(), "it does not work at all");
            trouble(records, victims, services);
            ticking.cancel(false);
            talk.shutdown();
            if (!talk.awaitTermination(1, TimeUnit.MINUTES) || !ticking.isCancelled()) {
                throw new IllegalStateException("the talk has broken off");
            }
        } finally {
            talk.shutdownNow();
        }
        crowd.finish();
        progress.accept("letting the last ones arrive");
        List<Fault> faults = SettleDeliveries.within(SETTLE_WITHIN, JUDGE_AGAIN_AFTER, () -> judge(crowd));
        return new FaultsResult(plan.seed(), reports, faults, records.unwanted(), ledger.answered(), plan.history());
    }

    private AskServices askServices(List<URI> edges, Crowd crowd, Records records) {
        // The edges themselves: what is asked is whether the services answer, not whether the network to one is there.
        List<URI> direct = new ArrayList<>();
        for (int index = 1; index <= edges.size(); index++) {
            direct.add(stack.gatewayUrl(index));
        }
        return AskServices.begin(direct, crowd.someone().user(), records);
    }

    private void trouble(Records records, StackVictims victims, AskServices services) throws InterruptedException {
        Iterator<PlannedTrouble> troubles = switch (plan.course()) {
            case CHANCE -> new DrawTroubles(plan.seed(), victims.weaknesses());
            case UPGRADE -> new RollServices(victims.parts());
            case LOST_BROKERS -> new LoseBrokers(stack.brokers());
        };
        long began = System.nanoTime();
        while (troubles.hasNext() && System.nanoTime() - began < plan.duration().toNanos()) {
            PlannedTrouble planned = troubles.next();
            if (planned.trouble() instanceof Trouble.WrongClock wrong
                    && wrong.ahead().abs().compareTo(clocksDiffer) > 0) {
                clocksDiffer = wrong.ahead().abs();
            }
            TroubleReport report = endure(planned, reports.size() + 1, began, records, victims, services);
            reports.add(report);
            progress.accept(FaultsResult.row(report));
            if (!report.isOver()) {
                return;
            }
            Thread.sleep(planned.calm().toMillis());
        }
    }

    private TroubleReport endure(
            PlannedTrouble planned, int number, long began, Records records, StackVictims victims, AskServices services)
            throws InterruptedException {
        String text = planned.trouble().text();
        freshness.takeSlowest();
        long arrivals = freshness.arrivals();
        long begin = System.nanoTime();
        records.note("trouble-begins", number, text);
        try {
            planned.trouble().begin(victims);
            Thread.sleep(planned.held().toMillis());
        } finally {
            records.note("trouble-ends", number, text);
        }
        long end = System.nanoTime();
        planned.trouble().end(victims);
        long ready = System.nanoTime();
        records.note("ready", number, text);
        boolean back =
                await(BACK_WITHIN, () -> missingSince(end, services, victims).isEmpty());
        long now = System.nanoTime();
        records.note(back ? "back" : "not-back", number, text);
        return new TroubleReport(
                number,
                text,
                seconds(begin - began),
                seconds(end - begin),
                seconds(ready - end),
                seconds(now - end),
                seconds(freshness.takeSlowest()),
                freshness.arrivals() - arrivals,
                missingSince(end, services, victims));
    }

    /** What has not been heard of since that moment, or is not whole. */
    private List<String> missingSince(long moment, AskServices services, StackVictims victims) {
        List<String> missing = new ArrayList<>(services.openSince(moment));
        if (!freshness.isSince(moment)) {
            missing.add("messages");
        }
        // Last, since Kafka has to be asked. The next trouble may take another broker: never two at once.
        if (missing.isEmpty() && !victims.areReplicasInSync()) {
            missing.add("replicas");
        }
        return missing;
    }

    private List<Fault> judge(Crowd crowd) {
        for (ConversationId conversation : crowd.conversations()) {
            ledger.archived(conversation, crowd.readArchive(conversation));
        }
        return JudgeDeliveries.judge(ledger, clocksDiffer);
    }

    private static void require(Duration within, BooleanSupplier condition, String otherwise)
            throws InterruptedException {
        if (!await(within, condition)) {
            throw new IllegalStateException(otherwise + " within " + within.toSeconds() + " s");
        }
    }

    private static boolean await(Duration within, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
