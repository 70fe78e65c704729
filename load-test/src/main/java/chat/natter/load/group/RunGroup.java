package chat.natter.load.group;

import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ChatListener;
import chat.natter.client.connection.ConnectionSettings;
import chat.natter.client.rest.Session;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.measure.Latency;
import chat.natter.load.scenario.SignUp;
import chat.natter.load.scenario.Wording;
import chat.natter.load.stack.StackUse;
import chat.natter.load.stack.WatchStack;
import chat.natter.load.stack.Watching;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One member sends as fast as it is answered; all the others are online and count their copies. */
final class RunGroup {
    private static final Duration WITHIN = Duration.ofSeconds(90);
    private static final long LOOK_MILLIS = 5;
    private static final int BODY_BYTES = 100;

    private final GroupPlan plan;
    private final WatchStack stack;
    private final Consumer<String> progress;
    private final Latency delivered = new Latency("delivered");
    private final Map<MessageId, Long> sentAt = new ConcurrentHashMap<>();
    private final LongAdder copies = new LongAdder();
    private final LongAdder faults = new LongAdder();
    private final AtomicInteger synced = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean sending = true;

    RunGroup(GroupPlan plan, WatchStack stack, Consumer<String> progress) {
        this.plan = plan;
        this.stack = stack;
        this.progress = progress;
    }

    GroupResult run() throws ExecutionException, InterruptedException {
        progress.accept("signing up " + plan.members() + " people");
        List<Session> people = SignUp.at(
                IntStream.range(0, plan.members()).mapToObj(this::edge).toList());
        List<CopyCounter> counters = new ArrayList<>();
        try (ChatClient client = ChatClient.start(2)) {
            for (Session member : people.subList(1, people.size())) {
                CopyCounter counter = new CopyCounter(copies, faults);
                counters.add(counter);
                client.open(settings(counters.size()), member::accessToken, receiver(counter));
            }
            Sender sender = new Sender();
            ChatConnection connection = client.open(settings(0), people.get(0)::accessToken, sender);
            await(() -> synced.get() == people.size(), "not all connected");
            sender.create(
                    connection, people.stream().skip(1).map(Session::userId).toList());
            await(() -> answered.get() > 0, "no group");
            progress.accept("warming up");
            if (plan.rate() == 0) {
                sender.start(plan.outstanding());
            }
            drive(sender, plan.warmUp());
            progress.accept("measuring");
            Watching watching = stack.begin("measuring");
            delivered.begin();
            long counted = copies.sum();
            long began = System.nanoTime();
            drive(sender, plan.duration());
            long during = copies.sum() - counted;
            double seconds = (System.nanoTime() - began) / 1e9;
            delivered.end();
            StackUse use = watching.end(during, "copy");
            sending = false;
            progress.accept("letting the last ones arrive");
            await(() -> counters.stream().allMatch(counter -> counter.last() >= answered.get()), "copies are missing");
            return new GroupResult(plan.members(), seconds, during, delivered, use, faults.sum());
        }
    }

    /** Lets time pass, and sends at the rate of an open loop. */
    private void drive(Sender sender, Duration duration) throws InterruptedException {
        if (plan.rate() == 0) {
            Thread.sleep(duration.toMillis());
            return;
        }
        long interval = Math.round(TimeUnit.SECONDS.toNanos(1) / plan.rate());
        long end = System.nanoTime() + duration.toNanos();
        for (long due = System.nanoTime(); due < end; due += interval) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            sender.send();
        }
    }

    private URI edge(int index) {
        return plan.edges().get(index % plan.edges().size());
    }

    private ConnectionSettings settings(int index) {
        return ConnectionSettings.to(edge(index));
    }

    private ChatListener receiver(CopyCounter counter) {
        return new ChatListener() {
            @Override
            public void onSynced(ServerFrame.Synced frame) {
                synced.incrementAndGet();
            }

            @Override
            public void onMessage(ServerFrame.Message message) {
                counter.received(message);
                Long sent = sentAt.get(message.id());
                if (sent != null) {
                    delivered.since(sent);
                }
            }
        };
    }

    private static void await(BooleanSupplier condition, String otherwise) throws InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(otherwise + " within " + WITHIN.toSeconds() + " s");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** The member who sends; {@code answered} is the highest seq that was accepted. */
    private final class Sender implements ChatListener {
        private volatile Runnable next = () -> {};

        void create(ChatConnection connection, List<UserId> members) {
            MessageId id = connection.newId();
            Recipient group = new Recipient.ToConversation(ConversationId.groupOf(id));
            next = () -> {
                MessageId message = connection.newId();
                sentAt.put(message, System.nanoTime());
                connection.send(new ClientFrame.Send(
                        message, group, Wording.text(ThreadLocalRandom.current(), BODY_BYTES), null, null));
            };
            GroupAction.Profile profile = new GroupAction.Profile("Load", null, null);
            connection.send(new ClientFrame.Group(
                    id, null, new GroupAction.Create(profile, members, GroupAction.Settings.NONE)));
        }

        void start(int outstanding) {
            for (int i = 0; i < outstanding; i++) {
                next.run();
            }
        }

        void send() {
            next.run();
        }

        @Override
        public void onSynced(ServerFrame.Synced frame) {
            synced.incrementAndGet();
        }

        @Override
        public void onSent(ClientFrame.Group asked, ServerFrame.Sent sent) {
            answered.accumulateAndGet(sent.seq(), Math::max);
        }

        @Override
        public void onSent(ClientFrame.Send send, ServerFrame.Sent sent) {
            answered.accumulateAndGet(sent.seq(), Math::max);
            if (sending && plan.rate() == 0) {
                next.run();
            }
        }
    }
}
