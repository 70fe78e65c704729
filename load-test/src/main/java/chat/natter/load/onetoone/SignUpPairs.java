package chat.natter.load.onetoone;

import chat.natter.load.scenario.NewPerson;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes new people for a run: a few at a time, since a password costs much CPU by design. */
final class SignUpPairs {
    private static final int AT_ONCE = 4;

    private SignUpPairs() {}

    static List<Pair> signUp(OneToOnePlan plan) throws ExecutionException, InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Pair>> futures = new ArrayList<>();
            for (int i = 0; i < plan.pairs(); i++) {
                List<URI> senders = startingAt(i, plan.edges());
                List<URI> receivers = startingAt(i + 1, plan.edges());
                futures.add(executor.submit(() ->
                        new Pair(NewPerson.at(senders.get(0)), senders, NewPerson.at(receivers.get(0)), receivers)));
            }
            List<Pair> pairs = new ArrayList<>();
            for (Future<Pair> future : futures) {
                pairs.add(future.get());
            }
            return pairs;
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<URI> startingAt(int first, List<URI> edges) {
        List<URI> order = new ArrayList<>(edges);
        Collections.rotate(order, -first);
        return order;
    }
}
