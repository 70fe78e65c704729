package chat.natter.history.message;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.Mentions;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as clients see it.
 *
 * @param content the JSON object byte for byte as its author wrote it; it was checked before it was archived
 * @param forwarded how often it was passed on, as its sender says; absent if it was written here
 * @param mentions who is mentioned by name
 * @param mentionsAll present if everybody is mentioned
 * @param editedAt absent if it never was
 * @param starred present if the reader wants to find it again
 * @param retracted present if it was taken back; then the content says no more than that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageJson(
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
        @Nullable Long target,
        @Nullable Integer forwarded,
        @Nullable List<String> mentions,
        @Nullable Boolean mentionsAll,
        @Nullable String editedAt,
        @Nullable Boolean retracted,
        @Nullable Boolean pinned,
        @Nullable List<ByUser> reactions,
        @Nullable List<ByUser> votes,
        @Nullable Boolean starred) {
    /** The present reaction or vote of one user. */
    public record ByUser(String user, @JsonRawValue String content) {
        @Override
        public String toString() {
            return "ByUser[" + user + "]";
        }
    }

    /** A message as it was accepted. */
    public static MessageJson of(ArchivedMessage message) {
        return of(new FoldedMessage(message, message.content(), null, false, false, Map.of(), Map.of()), false);
    }

    /** A message as it reads now. */
    public static MessageJson of(FoldedMessage folded, boolean starred) {
        ArchivedMessage message = folded.message();
        Content content = folded.content();
        Instant editedAt = folded.editedAt();
        Instant expiresAt = message.expiresAt();
        return new MessageJson(
                message.conversation().value(),
                message.seq(),
                message.epoch(),
                message.from().value(),
                message.device().value(),
                message.id().toString(),
                Rfc3339.format(message.at()),
                content == null ? BlankContent.BLANK : content.json(),
                message.replyTo() == 0 ? null : message.replyTo(),
                expiresAt == null ? null : Rfc3339.format(expiresAt),
                message.action() == Action.MESSAGE ? null : message.action().word(),
                message.target() == 0 ? null : message.target(),
                message.forwarded() == 0 ? null : message.forwarded(),
                mentioned(message.mentions()),
                message.mentions().all() ? true : null,
                editedAt == null ? null : Rfc3339.format(editedAt),
                folded.retracted() ? true : null,
                folded.pinned() ? true : null,
                byUser(folded.reactions()),
                byUser(folded.votes()),
                starred ? true : null);
    }

    private static @Nullable List<String> mentioned(Mentions mentions) {
        return mentions.users().isEmpty()
                ? null
                : mentions.users().stream().map(UserId::value).toList();
    }

    private static @Nullable List<ByUser> byUser(Map<UserId, Content> contents) {
        if (contents.isEmpty()) {
            return null;
        }
        return contents.entrySet().stream()
                .map(one -> new ByUser(one.getKey().value(), one.getValue().json()))
                .sorted(Comparator.comparing(ByUser::user))
                .toList();
    }

    /** Without the content: message bodies must not get into logs. */
    @Override
    public String toString() {
        return "MessageJson[" + conversation + "/" + seq + "]";
    }
}
