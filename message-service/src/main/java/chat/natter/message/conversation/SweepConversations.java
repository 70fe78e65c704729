package chat.natter.message.conversation;

import chat.natter.message.conversation.state.Accepted;
import chat.natter.message.stage.Key;
import chat.natter.message.stage.OrderedStore;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;

/**
 * Forgets, a slice at a time, accepted entries that no rule needs any more and parked commands whose verdict is long
 * done. Only collects what no reader heeds any more, so when it runs does not matter. "Now" is the time of the log, not
 * of the wall: after a long outage, nothing may vanish that the replayed log still needs.
 */
public final class SweepConversations {
    private static final byte[] FIRST = Key.of('p');
    private static final byte[] END = Key.of('s');
    /** Most of what is kept is young: then a tenth of the work finds as much. */
    private static final int RESTING_SHARE = 10;

    private static final int WORTH_GOING_ON = 10;

    private final OrderedStore store;
    private final ConversationLimits limits;
    private byte[] next = FIRST;

    public SweepConversations(OrderedStore store, ConversationLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Goes round, a few entries at a time; where it finds much to remove, up to {@code most}. Returns how many it
     * removed.
     */
    public int sweep(long now, int most) {
        int few = Math.max(1, most / RESTING_SHARE);
        int removed = 0;
        int found = few;
        for (int seen = 0; seen < most && found * WORTH_GOING_ON >= few; seen += few) {
            found = sweepSlice(now, few);
            removed += found;
        }
        return removed;
    }

    private int sweepSlice(long now, int slice) {
        int[] seen = {0};
        int[] removed = {0};
        byte[] from = next;
        next = FIRST;
        store.scan(from, END, (key, value) -> {
            if (seen[0]++ == slice) {
                next = key;
                return false;
            }
            if (isForgotten(key, value, now)) {
                store.delete(key);
                removed[0]++;
            }
            return true;
        });
        return removed[0];
    }

    private boolean isForgotten(byte[] key, byte[] value, long now) {
        if (key[0] == 'p') {
            return now - ConversationStore.parseParked(value).getAt()
                    > limits.keepParked().toMillis();
        }
        try {
            return now - Accepted.parseFrom(value).getAt()
                    > limits.keepAccepted().toMillis();
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }
}
