package chat.natter.stack.state;

import java.net.URI;
import java.nio.file.Path;

/** Connections for tests that connect to nothing. */
public final class SomeConnections {
    private SomeConnections() {}

    public static Connections any() {
        return new Connections(
                "127.0.0.1:9092",
                new Connections.Cassandra("127.0.0.1:9042", "datacenter1", "natter"),
                new Connections.Sql("jdbc:mysql://127.0.0.1:3306/natter", "natter", "database-secret"),
                new Connections.S3(
                        URI.create("http://127.0.0.1:9000"), "us-east-1", "natter-media", "key", "s3-secret"),
                new Connections.Keycloak(
                        URI.create("http://127.0.0.1:8180"),
                        "natter",
                        "natter-backend",
                        "client-secret",
                        "natter-app",
                        "admin-secret"),
                new Connections.Tokens(
                        Path.of("/secrets/signing-key.pem"),
                        "k1:dGlja2V0LXNlY3JldA==",
                        URI.create("http://127.0.0.1:8201/.well-known/jwks.json")));
    }
}
