package chat.natter.load.onetoone;

import chat.natter.client.rest.Device;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Session;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes new people for a run: a few at a time, since a password costs much CPU by design. */
final class SignUpPairs {
    private static final int AT_ONCE = 4;
    private static final int NAME_BITS = 60;
    private static final int PASSWORD_BITS = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SignUpPairs() {}

    static List<Pair> signUp(OneToOnePlan plan) throws ExecutionException, InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Pair>> futures = new ArrayList<>();
            for (int i = 0; i < plan.pairs(); i++) {
                URI senderEdge = plan.edges().get(i % plan.edges().size());
                URI receiverEdge = plan.edges().get((i + 1) % plan.edges().size());
                futures.add(executor.submit(
                        () -> new Pair(newPerson(senderEdge), senderEdge, newPerson(receiverEdge), receiverEdge)));
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

    private static Session newPerson(URI edge) {
        NatterApi api = new NatterApi(edge);
        String username = "l" + new BigInteger(NAME_BITS, RANDOM).toString(36);
        String password = new BigInteger(PASSWORD_BITS, RANDOM).toString(36);
        api.signUp(username, password, "Load " + username);
        return api.signIn(username, password, Device.named("load", "load"));
    }
}
