package chat.natter.load.ledger;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import java.time.Instant;

/** One thing that a chat must never do. */
public sealed interface Fault {
    /** Acknowledged to its sender, and never delivered to a member's device. */
    record Lost(DeviceId device, ConversationId conversation, long seq, MessageId id) implements Fault {}

    /** The same (conversation, seq) came twice to one device. */
    record SeenTwice(DeviceId device, ConversationId conversation, long seq) implements Fault {}

    /** A device was given an inbox position that does not lie above the one before. */
    record PositionFellBack(DeviceId device, long before, long after) implements Fault {}

    /** Messages of a conversation came in another order than that of their seq. */
    record OutOfOrder(DeviceId device, ConversationId conversation, long before, long after) implements Fault {}

    /** No message is known to have this seq, though one has a higher one. */
    record Gap(ConversationId conversation, long seq) implements Fault {}

    /** Two messages share one place in their conversation. */
    record SeqSharedByTwo(ConversationId conversation, long seq, MessageId one, MessageId other) implements Fault {}

    /** One message took two places. */
    record AcceptedTwice(MessageId id, long one, long other) implements Fault {}

    /** Two answers to the same id, or answer and delivery, disagree about its place or its time. */
    record AnswersDiffer(MessageId id) implements Fault {}

    /** A message did not arrive as it was sent. */
    record ContentChanged(DeviceId device, MessageId id) implements Fault {}

    /**
     * A message was delivered before the moment at which it says it was accepted; on one machine clocks agree, unless
     * they were set.
     */
    record CameBeforeItsTime(DeviceId device, MessageId id, Instant accepted, Instant delivered) implements Fault {}

    /** A message came that nobody sent, or from somebody else than it says. */
    record NeverSent(DeviceId device, MessageId id) implements Fault {}

    /** One device's messages were ordered differently from how they were sent, though none of them was postponed. */
    record SenderOrderBroken(DeviceId sender, ConversationId conversation, MessageId id) implements Fault {}

    /** A send that has neither been answered nor refused. */
    record Unanswered(DeviceId sender, MessageId id) implements Fault {}

    /** A mark went back: once delivered or read, a message stays that. */
    record MarkFellBack(DeviceId device, ConversationId conversation, UserId user, long before, long after)
            implements Fault {}

    /** A mark on a message that does not exist. */
    record MarkBeyondTheEnd(DeviceId device, ConversationId conversation, UserId user, long mark, long last)
            implements Fault {}

    /** Everything is over, and the author's device still does not know what the other one has got, or has read. */
    record MarkMissing(DeviceId device, ConversationId conversation, UserId user, String kind, long due, long told)
            implements Fault {}

    /** Acknowledged to its sender, and history does not have it. */
    record NotArchived(ConversationId conversation, long seq, MessageId id) implements Fault {}

    /** History has something else at this place than everybody saw, or has it twice. */
    record ArchiveDiffers(ConversationId conversation, long seq, MessageId id) implements Fault {}
}
