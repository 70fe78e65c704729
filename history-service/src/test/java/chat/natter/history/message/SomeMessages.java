package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Messages for tests: of one conversation, told apart by their seq. */
public final class SomeMessages {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Random RANDOM = new Random(7);

    public final UserId alice = new UserId(Ulid.next(NOW, RANDOM));
    public final UserId bob = new UserId(Ulid.next(NOW, RANDOM));
    public final ConversationId conversation = ConversationId.direct(alice, bob);
    private final DeviceId device = new DeviceId(Ulid.next(NOW, RANDOM));

    public ArchivedMessage message(long seq) {
        return message(seq, 1, null, "{\"kind\":\"text\",\"text\":\"" + seq + "\"}");
    }

    public ArchivedMessage expiring(long seq, Instant expiresAt) {
        return message(seq, 1, expiresAt, "{\"kind\":\"text\"}");
    }

    public ArchivedMessage message(long seq, long epoch, @Nullable Instant expiresAt, String json) {
        return new ArchivedMessage(
                conversation,
                seq,
                epoch,
                alice,
                device,
                new MessageId(new UUID(epoch, seq)),
                NOW.plusSeconds(epoch),
                Content.ofJson(json),
                seq % 7 == 0 ? seq - 1 : 0,
                expiresAt);
    }

    /** Done to an earlier message, and later than it. */
    public ArchivedMessage change(long seq, long target, Action action, String json) {
        ArchivedMessage message = message(seq, seq, null, json);
        return new ArchivedMessage(
                conversation,
                seq,
                message.epoch(),
                message.from(),
                message.device(),
                message.id(),
                message.at(),
                message.content(),
                0,
                null,
                action,
                target);
    }

    /** Written by that user. */
    public ArchivedMessage from(UserId user, ArchivedMessage message) {
        return new ArchivedMessage(
                message.conversation(),
                message.seq(),
                message.epoch(),
                user,
                message.device(),
                message.id(),
                message.at(),
                message.content(),
                message.replyTo(),
                message.expiresAt(),
                message.action(),
                message.target(),
                message.forwarded(),
                message.mentions());
    }

    /** In that conversation. */
    public ArchivedMessage in(ConversationId other, ArchivedMessage message) {
        return new ArchivedMessage(
                other,
                message.seq(),
                message.epoch(),
                message.from(),
                message.device(),
                message.id(),
                message.at(),
                message.content(),
                message.replyTo(),
                message.expiresAt(),
                message.action(),
                message.target(),
                message.forwarded(),
                message.mentions());
    }

    /** Accepted at that time. */
    public ArchivedMessage at(long seq, Instant time) {
        ArchivedMessage message = message(seq);
        return new ArchivedMessage(
                message.conversation(),
                seq,
                message.epoch(),
                message.from(),
                message.device(),
                message.id(),
                time,
                message.content(),
                message.replyTo(),
                null);
    }

    public List<ArchivedMessage> messages(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(this::message).toList();
    }
}
