package chat.natter.contract;

/**
 * Header names and constants of {@code chat.events} records.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 *     Kafka binding 1.0.2, binary content mode</a>
 */
public final class EventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String SPEC_VERSION_VALUE = "1.0";
    /** {@code <conversation>/<seq>}: the same for a repeat of the same event. */
    public static final String ID = "ce_id";

    public static final String TYPE = "ce_type";
    public static final String TYPE_MESSAGE_ACCEPTED = "chat.natter.message.accepted.v1";
    public static final String TYPE_MESSAGE_CHANGED = "chat.natter.message.changed.v1";
    public static final String TYPE_GROUP_CHANGED = "chat.natter.group.changed.v1";
    public static final String SOURCE = "ce_source";
    public static final String SOURCE_VALUE = "/natter/message-service";
    /** RFC 3339, UTC, milliseconds. */
    public static final String TIME = "ce_time";

    public static final String CONTENT_TYPE = "content-type";
    public static final String CONTENT_TYPE_VALUE = "application/protobuf";

    private EventHeaders() {}
}
