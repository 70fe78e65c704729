package chat.natter.stack.run;

import chat.natter.stack.plan.Broker;
import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.secret.Secrets;
import chat.natter.stack.server.KeycloakServer;
import chat.natter.stack.server.S3ProxyServer;
import chat.natter.stack.state.Connections;
import java.net.URI;
import java.util.stream.Collectors;

/** How everything is reached, from the ports and the secrets. */
final class AssembleConnections {
    private static final String HOST = "127.0.0.1";

    private AssembleConnections() {}

    static Connections of(PortPlan ports, int brokers, Secrets secrets) {
        return new Connections(
                bootstrap(ports, brokers),
                new Connections.Cassandra(HOST + ":" + ports.port(PortName.CASSANDRA), "datacenter1", "natter"),
                new Connections.Sql(
                        "jdbc:mysql://" + HOST + ":" + ports.port(PortName.MARIADB) + "/natter",
                        "natter",
                        secrets.databasePassword()),
                new Connections.S3(
                        http(ports, PortName.S3, ""),
                        "us-east-1",
                        S3ProxyServer.BUCKET,
                        secrets.s3AccessKey(),
                        secrets.s3SecretKey()),
                new Connections.Keycloak(
                        http(ports, PortName.KEYCLOAK, ""),
                        KeycloakServer.REALM,
                        "natter-backend",
                        secrets.keycloakClientSecret(),
                        "natter-app",
                        secrets.keycloakAdminPassword()),
                new Connections.Tokens(
                        secrets.signingKeyFile(),
                        secrets.ticketKeys(),
                        http(ports, PortName.AUTH, "/.well-known/jwks.json")));
    }

    private static String bootstrap(PortPlan ports, int brokers) {
        return Broker.first(brokers).stream()
                .map(broker -> HOST + ":" + ports.port(broker.clients()))
                .collect(Collectors.joining(","));
    }

    private static URI http(PortPlan ports, PortName name, String path) {
        return URI.create("http://" + HOST + ":" + ports.port(name) + path);
    }
}
