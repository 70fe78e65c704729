package chat.natter.stack.service;

import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.plan.StackOptions;
import chat.natter.stack.state.Connections;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Natter's services with their settings; the order is that of starting, the needs say what must be ready before. */
public final class ServiceLaunches {
    private final StackLayout layout;
    private final PortPlan ports;
    private final Connections connections;

    public ServiceLaunches(StackLayout layout, PortPlan ports, Connections connections) {
        this.layout = layout;
        this.ports = ports;
        this.connections = connections;
    }

    public List<ServiceLaunch> all(StackOptions options) {
        List<ServiceLaunch> all = new ArrayList<>();
        for (int index = 1; index <= options.messageServices(); index++) {
            all.add(message(index));
        }
        all.add(presence());
        for (int index = 1; index <= options.gateways(); index++) {
            all.add(gateway(index));
        }
        all.add(history());
        all.add(media());
        all.add(auth());
        return all;
    }

    private ServiceLaunch auth() {
        Connections.Keycloak keycloak = connections.keycloak();
        return service("auth", "auth-service", ports.port(PortName.AUTH), Set.of("topics", "mariadb", "keycloak"))
                .setting("quarkus.datasource.jdbc.url", connections.sql().jdbcUrl())
                .setting("quarkus.datasource.username", connections.sql().user())
                .secret("quarkus.datasource.password", connections.sql().password())
                .setting("natter.auth.keycloak.url", keycloak.url().toString())
                .setting("natter.auth.keycloak.realm", keycloak.realm())
                .setting("natter.auth.keycloak.client-id", keycloak.clientId())
                .secret("natter.auth.keycloak.client-secret", keycloak.clientSecret())
                .setting("natter.auth.keycloak.app-client-id", keycloak.appClientId())
                .setting(
                        "natter.auth.signing-key-file",
                        connections.tokens().signingKeyFile().toString())
                // With it comes the outbox: codes are read at /v1/dev/outbox instead of being sent.
                .setting("quarkus.profile", "dev")
                // Everybody here comes from one address, and tests sign up by the hundred.
                .setting("natter.auth.limits.verifications-of-address.capacity", "100000")
                .setting("natter.auth.limits.codes-of-address.capacity", "100000")
                .setting("natter.auth.limits.links-of-address.capacity", "100000")
                .setting("natter.auth.limits.sign-ups-of-address.capacity", "100000")
                .setting("natter.auth.limits.sign-ins-of-address.capacity", "100000")
                .build();
    }

    private ServiceLaunch gateway(int index) {
        int port = ports.port(PortName.GATEWAY, index);
        int management = ports.port(PortName.GATEWAY_MANAGEMENT, index);
        String name = "gateway-" + index;
        ServiceLaunch.Builder gateway = service(name, "gateway-service", management, Set.of("topics"))
                .reachedAt("http://127.0.0.1:" + port)
                .setting("natter.gateway.id", name)
                .setting("natter.gateway.host", "127.0.0.1")
                .setting("natter.gateway.port", Integer.toString(port))
                .secret("natter.gateway.ticket-keys", connections.tokens().ticketKeys())
                .setting(
                        "natter.gateway.jwks-url",
                        connections.tokens().jwksUrl().toString())
                .setting("natter.gateway.upstreams.auth", url(PortName.AUTH))
                .setting("natter.gateway.upstreams.presence", url(PortName.PRESENCE))
                .setting("natter.gateway.upstreams.history", url(PortName.HISTORY))
                .setting("natter.gateway.upstreams.media", url(PortName.MEDIA))
                // A person's limit would throttle tests and load, where one session sends thousands.
                .setting("natter.gateway.sends-per-second", "20000")
                .setting("natter.gateway.send-burst", "20000");
        return (Files.exists(layout.webApp()) ? servingWebApp(gateway) : gateway).build();
    }

    /** With the other OpenID provider of the stack's realm, whose users are in outside-realm.json. */
    private ServiceLaunch.Builder servingWebApp(ServiceLaunch.Builder gateway) {
        Connections.Keycloak keycloak = connections.keycloak();
        return gateway.setting("natter.gateway.web-app.folder", layout.webApp().toString())
                .setting(
                        "natter.gateway.web-app.media-origin",
                        connections.s3().endpoint().toString())
                .setting("natter.gateway.web-app.provider.name", "Outside")
                .setting(
                        "natter.gateway.web-app.provider.authorization-url",
                        keycloak.url() + "/realms/" + keycloak.realm() + "/protocol/openid-connect/auth")
                .setting("natter.gateway.web-app.provider.client-id", keycloak.appClientId())
                .setting("natter.gateway.web-app.provider.hint", "outside");
    }

    private ServiceLaunch message(int index) {
        String name = "message-" + index;
        int port = ports.port(PortName.MESSAGE, index);
        return service(name, "message-service", port, Set.of("topics"))
                .heap("-Xmx256m")
                .setting("natter.message.state-dir", layout.state(name).toString())
                .setting("natter.message.advertised-address", "127.0.0.1:" + port)
                .build();
    }

    private ServiceLaunch presence() {
        return service("presence", "presence-service", ports.port(PortName.PRESENCE), Set.of("topics"))
                .setting("natter.presence.state-dir", layout.state("presence").toString())
                .tokensVerified(connections.tokens().jwksUrl())
                .build();
    }

    private ServiceLaunch history() {
        Connections.S3 s3 = connections.s3();
        return service(
                        "history",
                        "history-service",
                        ports.port(PortName.HISTORY),
                        Set.of("topics", "keyspace", "s3proxy"))
                .setting(
                        "natter.cassandra.contact-points",
                        connections.cassandra().contactPoint())
                .setting(
                        "natter.cassandra.local-datacenter",
                        connections.cassandra().datacenter())
                .setting("natter.cassandra.keyspace", connections.cassandra().keyspace())
                .setting("natter.history.s3.endpoint", s3.endpoint().toString())
                .setting("natter.history.s3.region", s3.region())
                .setting("natter.history.s3.access-key", s3.accessKey())
                .secret("natter.history.s3.secret-key", s3.secretKey())
                .setting("natter.history.s3.path-style", "true")
                .tokensVerified(connections.tokens().jwksUrl())
                .build();
    }

    private ServiceLaunch media() {
        Connections.S3 s3 = connections.s3();
        return service("media", "media-service", ports.port(PortName.MEDIA), Set.of("topics", "s3proxy"))
                // Pictures are decoded within natter.media.preview.memory, beside everything else.
                .heap("-Xmx192m")
                .setting("natter.media.s3.endpoint", s3.endpoint().toString())
                .setting("natter.media.s3.region", s3.region())
                .setting("natter.media.s3.access-key", s3.accessKey())
                .secret("natter.media.s3.secret-key", s3.secretKey())
                .setting("natter.media.s3.bucket", s3.bucket())
                .setting("natter.media.s3.path-style", "true")
                .tokensVerified(connections.tokens().jwksUrl())
                .build();
    }

    private ServiceLaunch.Builder service(String name, String module, int port, Set<String> needs) {
        return new ServiceLaunch.Builder(name, module, port, needs)
                .setting("kafka.bootstrap.servers", connections.kafkaBootstrap());
    }

    private String url(PortName name) {
        return "http://127.0.0.1:" + ports.port(name);
    }
}
