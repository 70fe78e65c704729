package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a conversation has come.
 *
 * @param epoch an unsigned 32-bit number
 */
record Head(ConversationId conversation, long epoch, long seq, Instant at) {
    /** Of no certain time. */
    Head(ConversationId conversation, long epoch, long seq) {
        this(conversation, epoch, seq, Instant.EPOCH);
    }

    private static final int SEQ_BITS = 31;
    static final long MAX_SEQ = (1L << SEQ_BITS) - 1;

    static Head of(ArchivedMessage message) {
        return new Head(message.conversation(), message.epoch(), message.seq(), message.at());
    }

    /** The order of heads as one number: a newer epoch is ahead of every seq of an older one. */
    long rank() {
        return (epoch << SEQ_BITS) | Math.min(seq, MAX_SEQ);
    }

    /** The head of each conversation that occurs. */
    static Collection<Head> highest(List<ArchivedMessage> messages) {
        Map<ConversationId, Head> heads = new HashMap<>();
        for (ArchivedMessage message : messages) {
            heads.merge(message.conversation(), of(message), (one, other) -> one.rank() >= other.rank() ? one : other);
        }
        return heads.values();
    }
}
