package chat.natter.history.archive;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.Mentions;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.MessageAccepted;
import chat.natter.contract.record.MessageChanged;
import chat.natter.history.group.GroupEvent;
import chat.natter.history.group.MemberChange;
import chat.natter.history.group.ReadMemberChanges;
import chat.natter.history.message.ArchivedMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of a record of {@code chat.events}. Whatever it lets pass can be stored and shown without further
 * checks; an event of a kind that this version does not know is unreadable, so that it is kept and not skipped.
 */
final class ReadEvent {
    /** The end of the year 9999: later moments have no RFC 3339 form. */
    private static final long MAX_MILLIS = 253_402_300_799_999L;

    private ReadEvent() {}

    static Reading read(byte @Nullable [] value) {
        if (value == null) {
            return new Reading.Unreadable("no value");
        }
        try {
            Event event = Event.parseFrom(value);
            return switch (event.getBodyCase()) {
                case MESSAGE -> new Reading.Message(message(event, event.getMessage()));
                case CHANGED -> new Reading.Message(changed(event, event.getChanged()));
                case GROUP -> group(event);
                case BODY_NOT_SET -> new Reading.Unreadable("an event of a kind that is not known here");
            };
        } catch (InvalidProtocolBufferException e) {
            return new Reading.Unreadable("not an Event");
        } catch (InvalidId e) {
            return new Reading.Unreadable(String.valueOf(e.getMessage()));
        } catch (InvalidEvent e) {
            return new Reading.Unreadable(e.cause);
        }
    }

    private static ArchivedMessage message(Event event, MessageAccepted accepted) throws InvalidEvent {
        require(accepted.getReplyTo() >= 0, "reply_to is negative");
        byte[] content = accepted.getContent().toByteArray();
        require(accepted.getForwarded() >= 0, "forwarded is negative");
        return entry(event, content, accepted.getReplyTo(), accepted.getExpiresAt(), Action.MESSAGE, 0)
                .with(accepted.getForwarded(), mentions(accepted));
    }

    private static Mentions mentions(MessageAccepted accepted) {
        chat.natter.contract.record.Mentions mentions = accepted.getMentions();
        return accepted.hasMentions()
                ? new Mentions(mentions.getUsersList().stream().map(UserId::new).toList(), mentions.getAll())
                : Mentions.NONE;
    }

    private static ArchivedMessage changed(Event event, MessageChanged changed) throws InvalidEvent {
        require(changed.getTarget() > 0 && changed.getTarget() < event.getSeq(), "target is no earlier message");
        byte[] content = changed.getContent().toByteArray();
        return entry(event, content, 0, changed.getExpiresAt(), action(changed), changed.getTarget());
    }

    private static Reading group(Event event) throws InvalidEvent {
        ConversationId conversation = new ConversationId(event.getConversation());
        require(
                conversation.isGroup() || event.getGroup().getChange().hasSettings(),
                "a change of a group in a conversation that is none");
        GroupEvent group =
                new GroupEvent(conversation, event.getSeq(), event.getGroup().getChange());
        for (MemberChange change : ReadMemberChanges.of(group)) {
            new UserId(change.user());
        }
        byte[] content = event.getGroup().getContent().toByteArray();
        return new Reading.Group(entry(event, content, 0, 0, Action.GROUP, 0), group);
    }

    private static Action action(MessageChanged changed) throws InvalidEvent {
        return switch (changed.getAction()) {
            case EDIT -> Action.EDIT;
            case RETRACT -> Action.RETRACT;
            case REACT -> Action.REACT;
            case UNREACT -> Action.UNREACT;
            case PIN -> Action.PIN;
            case UNPIN -> Action.UNPIN;
            case VOTE -> Action.VOTE;
            case MESSAGE, GROUP, UNRECOGNIZED -> throw new InvalidEvent("an action that is not known here");
        };
    }

    private static ArchivedMessage entry(
            Event event, byte[] content, long replyTo, long expiresAt, Action action, long target) throws InvalidEvent {
        require(event.getSeq() > 0, "seq is not positive");
        require(JsonObjects.isOne(content), "content is not a JSON object in UTF-8");
        return new ArchivedMessage(
                new ConversationId(event.getConversation()),
                event.getSeq(),
                Integer.toUnsignedLong(event.getEpoch()),
                new UserId(event.getFrom()),
                new DeviceId(event.getDevice()),
                MessageId.of(event.getMessageId().toByteArray()),
                instant("at", event.getAt()),
                new Content(content),
                replyTo,
                expiresAt == 0 ? null : instant("expires_at", expiresAt),
                action,
                target);
    }

    private static Instant instant(String field, long millis) throws InvalidEvent {
        require(millis > 0 && millis <= MAX_MILLIS, field + " is out of range");
        return Instant.ofEpochMilli(millis);
    }

    private static void require(boolean condition, String otherwise) throws InvalidEvent {
        if (!condition) {
            throw new InvalidEvent(otherwise);
        }
    }

    private static final class InvalidEvent extends Exception {
        private final String cause;

        InvalidEvent(String cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
