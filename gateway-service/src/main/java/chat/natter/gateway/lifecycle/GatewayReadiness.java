package chat.natter.gateway.lifecycle;

import chat.natter.gateway.credential.CheckCredentials;
import chat.natter.gateway.kafka.KafkaLink;
import chat.natter.gateway.socket.PublicPort;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when tokens can be checked, deliveries are read and the port is open; not while draining. */
@Readiness
@ApplicationScoped
class GatewayReadiness implements HealthCheck {
    private final CheckCredentials credentials;
    private final KafkaLink kafka;
    private final PublicPort port;

    GatewayReadiness(CheckCredentials credentials, KafkaLink kafka, PublicPort port) {
        this.credentials = credentials;
        this.kafka = kafka;
        this.port = port;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway")
                .status(credentials.isReady() && kafka.isUp() && port.isOpen())
                .withData("signingKeys", credentials.isReady())
                .withData("deliveries", kafka.isUp())
                .withData("publicPort", port.isOpen())
                .build();
    }
}
