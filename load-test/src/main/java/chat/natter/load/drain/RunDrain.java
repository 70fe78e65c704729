package chat.natter.load.drain;

import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ChatListener;
import chat.natter.client.connection.ConnectionSettings;
import chat.natter.client.rest.Session;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.measure.CountPerSecond;
import chat.natter.load.scenario.NewPerson;
import chat.natter.load.scenario.Wording;
import chat.natter.load.stack.StackUse;
import chat.natter.load.stack.WatchStack;
import chat.natter.load.stack.Watching;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Fills the inbox of somebody who is away, and times how long it takes to be emptied, acknowledgements included. */
final class RunDrain {
    private static final long WITHIN_SECONDS = 120;
    private static final int OUTSTANDING = 30;
    private static final int BODY_BYTES = 100;

    private final List<URI> edges;
    private final int messages;
    private final WatchStack stack;
    private final Consumer<String> progress;

    RunDrain(List<URI> edges, int messages, WatchStack stack, Consumer<String> progress) {
        this.edges = edges;
        this.messages = messages;
        this.stack = stack;
        this.progress = progress;
    }

    DrainResult run() throws InterruptedException {
        URI first = edges.get(0);
        URI last = edges.get(edges.size() - 1);
        Session sender = NewPerson.at(first);
        Session receiver = NewPerson.at(last);
        try (ChatClient client = ChatClient.start(2)) {
            progress.accept("queueing " + messages + " messages");
            Filler filler = new Filler(new Recipient.ToUser(receiver.userId()));
            filler.fill(client.open(ConnectionSettings.to(first), sender::accessToken, filler));
            progress.accept("draining");
            Taker taker = new Taker();
            Watching watching = stack.begin("draining");
            taker.perSecond.begin();
            long began = System.nanoTime();
            client.open(ConnectionSettings.to(last), receiver::accessToken, taker);
            long ended = taker.awaitLast();
            StackUse use = watching.end(messages, "message");
            return new DrainResult(
                    messages, (ended - began) / 1e6, taker.perSecond.overTime("taken"), use, taker.faults.get());
        }
    }

    private static void await(CountDownLatch done, String otherwise) throws InterruptedException {
        if (!done.await(WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(otherwise + " within " + WITHIN_SECONDS + " s");
        }
    }

    /** Sends a few at a time until all are accepted. */
    private final class Filler implements ChatListener {
        private final Recipient to;
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch accepted = new CountDownLatch(messages);
        private volatile Runnable next = () -> {};

        Filler(Recipient to) {
            this.to = to;
        }

        void fill(ChatConnection connection) throws InterruptedException {
            next = () -> {
                if (asked.getAndIncrement() < messages) {
                    connection.send(new ClientFrame.Send(
                            connection.newId(), to, Wording.text(ThreadLocalRandom.current(), BODY_BYTES), null, null));
                }
            };
            for (int i = 0; i < OUTSTANDING; i++) {
                next.run();
            }
            await(accepted, "not all accepted");
        }

        @Override
        public void onSent(ClientFrame.Send send, ServerFrame.Sent sent) {
            accepted.countDown();
            next.run();
        }
    }

    /** Takes what waits, in order. */
    private final class Taker implements ChatListener {
        private final CountDownLatch taken = new CountDownLatch(messages);
        private final CountPerSecond perSecond = new CountPerSecond();
        private final AtomicLong lastSeq = new AtomicLong();
        private final AtomicLong faults = new AtomicLong();
        private volatile long ended;

        long awaitLast() throws InterruptedException {
            await(taken, "not all taken");
            return ended;
        }

        @Override
        public void onMessage(ServerFrame.Message message) {
            if (!lastSeq.compareAndSet(message.seq() - 1, message.seq())) {
                faults.incrementAndGet();
            }
            ended = System.nanoTime();
            perSecond.happened();
            taken.countDown();
        }
    }
}
