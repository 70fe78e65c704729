package chat.natter.load.scenario;

import chat.natter.client.rest.Session;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes new people for a run: a few at a time, since a password costs much CPU by design. */
public final class SignUp {
    private static final int AT_ONCE = 4;

    private SignUp() {}

    /** One at each of these gateways, in their order. */
    public static List<Session> at(List<URI> edges) throws ExecutionException, InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Session>> futures = new ArrayList<>();
            edges.forEach(edge -> futures.add(executor.submit(() -> NewPerson.at(edge))));
            List<Session> people = new ArrayList<>();
            for (Future<Session> future : futures) {
                people.add(future.get());
            }
            return people;
        } finally {
            executor.shutdownNow();
        }
    }
}
