package chat.natter.gateway.socket;

import chat.natter.gateway.credential.CheckCredentials;
import chat.natter.gateway.kafka.GatewayIdentity;
import chat.natter.gateway.kafka.PublishRecords;
import chat.natter.gateway.trace.FollowMessages;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;

/** What every event loop needs to serve sockets. */
@Dependent
public class Sockets {
    private final SocketConfig config;
    private final CheckCredentials credentials;
    private final GatewayIdentity identity;
    private final PublishRecords publish;
    private final SessionDirectory directory;
    private final CountTraffic traffic;
    private final FollowMessages follow;
    private final Clock clock;

    Sockets(
            SocketConfig config,
            CheckCredentials credentials,
            GatewayIdentity identity,
            PublishRecords publish,
            SessionDirectory directory,
            CountTraffic traffic,
            FollowMessages follow,
            Clock clock) {
        this.config = config;
        this.credentials = credentials;
        this.identity = identity;
        this.publish = publish;
        this.directory = directory;
        this.traffic = traffic;
        this.follow = follow;
        this.clock = clock;
    }

    SocketConfig config() {
        return config;
    }

    CheckCredentials credentials() {
        return credentials;
    }

    GatewayIdentity identity() {
        return identity;
    }

    PublishRecords publish() {
        return publish;
    }

    SessionDirectory directory() {
        return directory;
    }

    CountTraffic traffic() {
        return traffic;
    }

    FollowMessages follow() {
        return follow;
    }

    Clock clock() {
        return clock;
    }
}
