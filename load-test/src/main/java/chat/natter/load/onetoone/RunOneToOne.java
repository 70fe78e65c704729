package chat.natter.load.onetoone;

import chat.natter.client.connection.ChatClient;
import chat.natter.load.ledger.DeliveryLedger;
import chat.natter.load.ledger.Fault;
import chat.natter.load.ledger.SettleDeliveries;
import chat.natter.load.stack.StackUse;
import chat.natter.load.stack.WatchStack;
import chat.natter.load.stack.Watching;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Pairs talk in one direction, as fast as they are answered (closed loop) or at a fixed rate (open loop, timed from
 * when a message was due, so that a stall counts for all that it delayed). Every delivery is checked at the end.
 */
public final class RunOneToOne {
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(60);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 1;

    private final OneToOnePlan plan;
    private final WatchStack stack;
    private final Consumer<String> progress;
    private final Measurements measurements = new Measurements();
    private final DeliveryLedger ledger = new DeliveryLedger();

    public RunOneToOne(OneToOnePlan plan, WatchStack stack, Consumer<String> progress) {
        this.plan = plan;
        this.stack = stack;
        this.progress = progress;
    }

    /** What happens while the load is measured; when it returns, measuring ends. */
    public interface Meanwhile {
        void run() throws Exception;
    }

    /** Measures as long as the plan says. */
    public OneToOneResult run() throws ExecutionException, InterruptedException {
        return run("measuring");
    }

    /**
     * The same under a name.
     *
     * @param during for the reader of the result
     */
    public OneToOneResult run(String during) throws ExecutionException, InterruptedException {
        return run(during, () -> Thread.sleep(plan.duration().toMillis()));
    }

    /**
     * Measures for as long as something else takes, on a thread of its own.
     *
     * @param during what that is, for the reader of the result
     */
    public OneToOneResult run(String during, Meanwhile meanwhile) throws ExecutionException, InterruptedException {
        progress.accept("signing up " + 2 * plan.pairs() + " people");
        List<Pair> pairs = SignUpPairs.signUp(plan);
        try (ChatClient client = ChatClient.start(2)) {
            List<Conversing> conversations = new ArrayList<>();
            for (Pair pair : pairs) {
                conversations.add(new Conversing(client, pair, plan, measurements, ledger));
            }
            progress.accept("connecting");
            await(CONNECT_WITHIN, () -> conversations.stream().allMatch(Conversing::isReady), "not all connected");
            progress.accept("warming up");
            Schedule schedule = start(conversations);
            long warm = System.nanoTime() + plan.warmUp().toNanos();
            drive(conversations, schedule, () -> System.nanoTime() < warm);
            // Nobody may have to wait for the first looks: what is sent late would count as slow.
            FutureTask<Watching> beginning = start(() -> stack.begin(during));
            drive(conversations, schedule, () -> !beginning.isDone());
            Watching watching = beginning.get();
            long began = System.nanoTime();
            measurements.begin();
            progress.accept("measuring");
            FutureTask<Boolean> other = start(() -> {
                meanwhile.run();
                return true;
            });
            drive(conversations, schedule, () -> !other.isDone());
            measurements.end();
            double seconds = (System.nanoTime() - began) / 1e9;
            StackUse use = watching.end(measurements.delivered.count(), "message");
            conversations.forEach(Conversing::stop);
            other.get();
            progress.accept("letting the last ones arrive");
            List<Fault> faults = SettleDeliveries.within(SETTLE_WITHIN, ledger);
            conversations.forEach(Conversing::close);
            return new OneToOneResult(seconds, measurements, use, faults);
        }
    }

    private Schedule start(List<Conversing> conversations) {
        if (plan.rate() == 0) {
            for (Conversing conversation : conversations) {
                for (int i = 0; i < plan.outstanding(); i++) {
                    conversation.send(System.nanoTime());
                }
            }
        }
        return new Schedule(System.nanoTime(), plan.rate());
    }

    private static <T> FutureTask<T> start(Callable<T> what) {
        FutureTask<T> task = new FutureTask<>(what);
        Thread thread = new Thread(task, "meanwhile");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private void drive(List<Conversing> conversations, Schedule schedule, BooleanSupplier goOn)
            throws InterruptedException {
        while (goOn.getAsBoolean()) {
            while (schedule.isDue(System.nanoTime())) {
                conversations
                        .get((int) (schedule.count() % conversations.size()))
                        .send(schedule.next());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static void await(Duration within, BooleanSupplier condition, String otherwise)
            throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(otherwise + " within " + within.toSeconds() + " s");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
