package chat.natter.gateway.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.OptionalInt;

/** Settings of the public listener and its sockets. */
@ConfigMapping(prefix = "natter.gateway")
public interface SocketConfig {
    /** The address that clients connect to. */
    @WithDefault("127.0.0.1")
    String host();

    /** The port that clients connect to. */
    @WithDefault("8080")
    @Min(0)
    @Max(65535)
    int port();

    /** Event loops that serve sockets; as many as there are processors if not set. */
    OptionalInt eventLoops();

    /** The largest text frame. */
    @WithDefault("65536")
    @Min(1024)
    @Max(1048576)
    int frameBytes();

    /** The largest content of a message. */
    @WithDefault("32768")
    @Min(256)
    @Max(1048576)
    int contentBytes();

    /** Entries that message-service sends ahead of an acknowledgement; must be its {@code natter.message.window}. */
    @WithDefault("64")
    @Min(1)
    @Max(1024)
    int window();

    /** Messages per second that a session may send for long. */
    @WithDefault("50")
    @Min(1)
    @Max(100000)
    int sendsPerSecond();

    /** Messages that a session may send at once. */
    @WithDefault("100")
    @Min(1)
    @Max(1000000)
    int sendBurst();

    /** Conversations to which a session may pass messages on within {@code forward-within}. */
    @WithDefault("5")
    @Min(1)
    @Max(10000)
    int forwardConversations();

    /** See {@code forward-conversations}; what was passed on many times goes to one conversation in that time. */
    @WithDefault("10S")
    Duration forwardWithin();

    /** Users to whom one message may go one by one. */
    @WithDefault("256")
    @Min(1)
    @Max(1024)
    int broadcastRecipients();

    /** The time for the first frame. */
    @WithDefault("5S")
    Duration helloWithin();

    /** A socket that is silent for twice as long is closed. */
    @WithDefault("25S")
    Duration heartbeat();

    /**
     * How long an acknowledgement may wait for a later one that makes it superfluous. What only copies of groups are
     * behind waits up to half a second, since nobody sees it.
     */
    @WithDefault("20MS")
    Duration ackDelay();

    /** Bytes that may wait for one client to read them. */
    @WithDefault("1048576")
    @Min(65536)
    int maxQueuedBytes();
}
