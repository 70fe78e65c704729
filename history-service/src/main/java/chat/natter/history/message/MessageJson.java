package chat.natter.history.message;

import chat.natter.contract.frame.Action;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A message as clients see it.
 *
 * @param content the JSON object byte for byte as its author wrote it; it was checked before it was archived
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageJson(
        String conversation,
        long seq,
        long epoch,
        String from,
        String device,
        String id,
        String at,
        @JsonRawValue String content,
        @Nullable Long replyTo,
        @Nullable String expiresAt,
        @Nullable String action,
        @Nullable Long target) {
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static MessageJson of(ArchivedMessage message) {
        Instant expiresAt = message.expiresAt();
        return new MessageJson(
                message.conversation().value(),
                message.seq(),
                message.epoch(),
                message.from().value(),
                message.device().value(),
                message.id().toString(),
                RFC_3339.format(message.at()),
                message.content().json(),
                message.replyTo() == 0 ? null : message.replyTo(),
                expiresAt == null ? null : RFC_3339.format(expiresAt),
                message.action() == Action.MESSAGE ? null : message.action().word(),
                message.target() == 0 ? null : message.target());
    }

    /** Without the content: message bodies must not get into logs. */
    @Override
    public String toString() {
        return "MessageJson[" + conversation + "/" + seq + "]";
    }
}
