package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.WriteServerFrame;
import chat.natter.contract.record.Delivery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery and its frame, which is written once for all sessions that get the same. Confined to one event loop. */
public final class OneFrame {
    private final Delivery delivery;
    private final boolean isAwaited;
    private Optional<byte[]> frame = Optional.empty();
    private boolean written;

    public OneFrame(Delivery delivery) {
        this.delivery = delivery;
        this.isAwaited = !ConversationId.isGroup(delivery.getMessage().getConversation());
    }

    public Delivery delivery() {
        return delivery;
    }

    /**
     * Whether somebody waits for its acknowledgement. In groups nobody sees who has got a message, and they are what
     * there are most copies of.
     */
    boolean isAwaited() {
        return isAwaited;
    }

    /** UTF-8; empty for what this version does not know. All sessions of a delivery have the same trace. */
    Optional<byte[]> bytes(@Nullable String traceId) {
        if (!written) {
            written = true;
            frame = ToServerFrame.of(delivery, traceId).map(WriteServerFrame::write);
        }
        return frame;
    }
}
