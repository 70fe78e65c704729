package chat.natter.history.message;

import chat.natter.contract.ConversationId;

/** Consecutive numbers, both ends included, within one bucket: what one query can answer from one partition. */
public record Slice(ConversationId conversation, Direction direction, long first, long last) {
    public Slice {
        if (first > last || Buckets.of(first) != Buckets.of(last)) {
            throw new IllegalArgumentException("not within one bucket: " + first + " to " + last);
        }
    }

    public long bucket() {
        return Buckets.of(first);
    }

    /** The number at which a reader of this slice ends. */
    long end() {
        return direction == Direction.OLDER ? first : last;
    }
}
