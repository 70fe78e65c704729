package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.Mentions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a conversation's log as it was accepted, mostly a message; (conversation, seq) identifies it.
 *
 * @param seq from 1, dense per conversation
 * @param at when it was accepted, to the millisecond
 * @param replyTo the seq that it answers, 0 for none
 * @param expiresAt from when on nobody may see it; null for never
 * @param action what it does
 * @param target the seq of the earlier message that the action is about, 0 for none
 * @param forwarded how often it was passed on, as its sender says; 0 if it was written here
 */
public record ArchivedMessage(
        ConversationId conversation,
        long seq,
        long epoch,
        UserId from,
        DeviceId device,
        MessageId id,
        Instant at,
        Content content,
        long replyTo,
        @Nullable Instant expiresAt,
        Action action,
        long target,
        int forwarded,
        Mentions mentions) {
    /** An entry that mentions nobody and was not passed on. */
    public ArchivedMessage(
            ConversationId conversation,
            long seq,
            long epoch,
            UserId from,
            DeviceId device,
            MessageId id,
            Instant at,
            Content content,
            long replyTo,
            @Nullable Instant expiresAt,
            Action action,
            long target) {
        this(
                conversation,
                seq,
                epoch,
                from,
                device,
                id,
                at,
                content,
                replyTo,
                expiresAt,
                action,
                target,
                0,
                Mentions.NONE);
    }

    /** A message of its own. */
    public ArchivedMessage(
            ConversationId conversation,
            long seq,
            long epoch,
            UserId from,
            DeviceId device,
            MessageId id,
            Instant at,
            Content content,
            long replyTo,
            @Nullable Instant expiresAt) {
        this(conversation, seq, epoch, from, device, id, at, content, replyTo, expiresAt, Action.MESSAGE, 0);
    }

    /** The same message, saying something else. */
    public ArchivedMessage withContent(Content other) {
        return new ArchivedMessage(
                conversation,
                seq,
                epoch,
                from,
                device,
                id,
                at,
                other,
                replyTo,
                expiresAt,
                action,
                target,
                forwarded,
                mentions);
    }

    /** The same message, passed on so often and mentioning these. */
    public ArchivedMessage with(int otherForwarded, Mentions otherMentions) {
        return new ArchivedMessage(
                conversation,
                seq,
                epoch,
                from,
                device,
                id,
                at,
                content,
                replyTo,
                expiresAt,
                action,
                target,
                otherForwarded,
                otherMentions);
    }

    public boolean isExpiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
