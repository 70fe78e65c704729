package chat.natter.contract;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every topic, with its key, value and life time. Topics are created explicitly with these settings; the broker must
 * not create any by itself. Keyed topics share one partition count, since stages that join them must be co-partitioned.
 */
public enum Topic {
    /**
     * What clients asked for. Key: conversation id. Value: {@code Command}. Written by gateways and message-service.
     */
    COMMANDS("chat.commands", Duration.ofDays(7)),
    /**
     * What was accepted, in order: the public contract. Key: conversation id. Value: {@code Event} with CloudEvents
     * headers. Written by message-service.
     */
    EVENTS("chat.events", Duration.ofDays(30)),
    /**
     * What is to reach a user. Key: user id. Value: {@code InboxRecord}. Written by message-service; security notices
     * by auth-service, what users set for themselves by history-service.
     */
    INBOX("chat.inbox", Duration.ofDays(7)),
    /**
     * Opened, closed, acknowledged. Key: user id. Value: {@code SessionRecord}. Written by gateways and
     * presence-service.
     */
    SESSIONS("chat.sessions", Duration.ofDays(7)),
    /** Heartbeats. Key: gateway id. Value: {@code Heartbeat}. Written by gateways. */
    GATEWAYS("chat.gateways", null),
    /** Who is there. Key: user id. Value: {@code Presence}. Written by presence-service. */
    PRESENCE("chat.presence", null),
    /**
     * Who wants to know of whom. Key: user id, of the watching user on the way in and of the watched one afterwards.
     * Value: {@code WatchRecord}. Written by gateways and presence-service.
     */
    WATCHES("chat.watches", Duration.ofDays(1)),
    /**
     * Who types, who has the conversation open, and on which gateways a topic has readers. Key: conversation id. Value:
     * {@code TypingRecord}. Written by gateways; how far a topic has come, by message-service.
     */
    TYPING("chat.typing", Duration.ofMinutes(1)),
    /**
     * Parts of logs that clients want to have. Key: conversation id. Value: {@code PullRequest}. Written by gateways.
     */
    PULLS("chat.pulls", Duration.ofMinutes(10)),
    /** How far members have come, coalesced. Key: user id. Value: {@code MemberMarks}. Written by message-service. */
    MARKS("chat.marks", Duration.ofDays(7)),
    /**
     * Who follows which topic: who follows no longer is deleted. Key: conversation id, {@code /} and user id. Value:
     * {@code Reader}. Written by history-service.
     */
    READERS("chat.readers", null),
    /** Wake-ups for offline devices. Key: user id. Value: {@code Notification}. Written by message-service. */
    NOTIFICATIONS("chat.notifications", Duration.ofDays(1)),
    /** Accounts with their devices and blocks. Key: user id. Value: {@code Account}. Written by auth-service. */
    ACCOUNTS("chat.accounts", null),
    /**
     * Security events of accounts, what became of their data, and how long conversations are kept. Key: user id or
     * conversation id. Value: {@code AuditEvent}. Written by auth-service and history-service.
     */
    AUDIT("chat.audit", Duration.ofDays(365)),
    /**
     * Records that could not be read, as they came. Key: as it was. Value: the bytes. Headers {@code natter-topic},
     * {@code natter-partition}, {@code natter-offset}, {@code natter-cause}. Written by every consumer.
     */
    DEAD_LETTERS("chat.dead-letters", Duration.ofDays(30));

    /**
     * How long a gateway's delivery topic keeps records: far longer than a live gateway's lag, short enough to stay
     * small.
     */
    public static final Duration DELIVERIES_RETENTION = Duration.ofMinutes(10);

    private static final Duration USUAL_SEGMENT = Duration.ofDays(1);
    private static final String DELIVERIES_PREFIX = "chat.deliveries.";

    private final String topicName;
    private final @Nullable Duration retention;

    Topic(String topicName, @Nullable Duration retention) {
        this.topicName = topicName;
        this.retention = retention;
    }

    public String topicName() {
        return topicName;
    }

    /** Whether only the last record per key is kept, for ever. */
    public boolean isCompacted() {
        return retention == null;
    }

    /** Topic settings, ready for the Kafka admin client. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (retention == null) {
            settings.put("cleanup.policy", "compact");
            settings.put("min.cleanable.dirty.ratio", "0.1");
        } else {
            settings.put("cleanup.policy", "delete");
            settings.put("retention.ms", Long.toString(retention.toMillis()));
            if (retention.compareTo(USUAL_SEGMENT) < 0) {
                // Only closed segments expire.
                settings.put("segment.ms", Long.toString(retention.toMillis()));
            }
        }
        return settings;
    }

    /**
     * The topic of frames to push to one gateway's sockets. Key: session id, or what it is about. Value:
     * {@code Delivery}.
     */
    public static String deliveriesOf(GatewayId gateway) {
        return DELIVERIES_PREFIX + gateway.value();
    }

    /** Settings of a delivery topic. Small segments, since only closed segments expire. */
    public static Map<String, String> deliverySettings() {
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", Long.toString(DELIVERIES_RETENTION.toMillis()),
                "segment.ms", Long.toString(DELIVERIES_RETENTION.toMillis()),
                "segment.bytes", Integer.toString(64 * 1024 * 1024));
    }
}
