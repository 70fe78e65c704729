package chat.natter.client.connection;

import java.net.URI;
import java.util.List;

/**
 * How a connection behaves.
 *
 * @param edges base URLs of gateways ({@code http://host:port}); after a failure the next one is tried
 * @param client name and version of the software, for the server's logs
 * @param outboxCapacity sends that may wait for an answer; more are refused at once
 */
public record ConnectionSettings(List<URI> edges, String client, AckPolicy ack, Backoff backoff, int outboxCapacity) {
    private static final int USUAL_OUTBOX = 10_000;

    public ConnectionSettings {
        if (edges.isEmpty()) {
            throw new IllegalArgumentException("at least one edge is needed");
        }
        edges = List.copyOf(edges);
    }

    public static ConnectionSettings to(URI... edges) {
        return new ConnectionSettings(
                List.of(edges), "natter-java/0.1", AckPolicy.batched(), Backoff.usual(), USUAL_OUTBOX);
    }

    public ConnectionSettings with(AckPolicy changed) {
        return new ConnectionSettings(edges, client, changed, backoff, outboxCapacity);
    }

    public ConnectionSettings with(Backoff changed) {
        return new ConnectionSettings(edges, client, ack, changed, outboxCapacity);
    }

    public ConnectionSettings named(String changed) {
        return new ConnectionSettings(edges, changed, ack, backoff, outboxCapacity);
    }
}
