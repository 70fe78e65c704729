package chat.natter.gateway.status;

import chat.natter.gateway.credential.CheckCredentials;
import chat.natter.gateway.kafka.GatewayIdentity;
import chat.natter.gateway.kafka.KafkaLink;
import chat.natter.gateway.lifecycle.DrainGateway;
import chat.natter.gateway.socket.PublicPort;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Gathers how this gateway is. */
@Singleton
class LookAtGateway {
    private final CheckCredentials credentials;
    private final KafkaLink kafka;
    private final PublicPort port;
    private final DrainGateway drain;
    private final GatewayIdentity identity;

    LookAtGateway(
            CheckCredentials credentials,
            KafkaLink kafka,
            PublicPort port,
            DrainGateway drain,
            GatewayIdentity identity) {
        this.credentials = credentials;
        this.kafka = kafka;
        this.port = port;
        this.drain = drain;
        this.identity = identity;
    }

    Status.Self look() {
        return new Status.Self(
                identity.id().value(),
                identity.version(),
                Instant.ofEpochMilli(identity.epoch()),
                drain.sockets(),
                drain.hasBegun(),
                new Status.Parts(credentials.isReady(), kafka.isUp(), port.isOpen(), kafka.hasContact()));
    }
}
