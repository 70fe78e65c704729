package chat.natter.message.conversation;

import chat.natter.contract.record.Target;
import chat.natter.message.conversation.state.Accepted;
import chat.natter.message.conversation.state.Conversation;
import chat.natter.message.conversation.state.Parked;
import chat.natter.message.group.state.Group;
import chat.natter.message.stage.Key;
import chat.natter.message.stage.OrderedStore;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of the conversations of one partition; the key schema is in the package description. */
final class ConversationStore {
    private final OrderedStore store;

    ConversationStore(OrderedStore store) {
        this.store = store;
    }

    Conversation load(String conversation) {
        byte[] value = store.get(Key.of('c', conversation));
        try {
            return value == null ? Conversation.getDefaultInstance() : Conversation.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(String conversation, Conversation state) {
        store.put(Key.of('c', conversation), state.toByteArray());
    }

    Group group(String conversation) {
        byte[] value = store.get(Key.of('g', conversation));
        try {
            return value == null ? Group.getDefaultInstance() : Group.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    void saveGroup(String conversation, Group group) {
        store.put(Key.of('g', conversation), group.toByteArray());
    }

    @Nullable
    Accepted accepted(String conversation, String device, ByteString messageId) {
        byte[] value = store.get(acceptedKey(conversation, device, messageId));
        try {
            return value == null ? null : Accepted.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message that the command says it is about, if its author's device and id are right and it is remembered. */
    @Nullable
    Accepted target(CommandAt at) {
        Target target = at.command().getSend().getTarget();
        return accepted(at.conversation().value(), target.getDevice(), target.getMessageId());
    }

    void saveTarget(CommandAt at, Accepted accepted) {
        Target target = at.command().getSend().getTarget();
        saveAccepted(at.conversation().value(), target.getDevice(), target.getMessageId(), accepted);
    }

    void saveAccepted(String conversation, String device, ByteString messageId, Accepted accepted) {
        store.put(acceptedKey(conversation, device, messageId), accepted.toByteArray());
    }

    boolean isParked(String conversation, long by) {
        return store.get(parkedKey(conversation, by)) != null;
    }

    void park(String conversation, long by, Parked parked) {
        store.put(parkedKey(conversation, by), parked.toByteArray());
    }

    /** The commands parked before that place in the log, oldest first. */
    List<ParkedAt> parkedBefore(String conversation, long by) {
        List<ParkedAt> parked = new ArrayList<>();
        store.scan(parkedKey(conversation, 0), parkedKey(conversation, by), (key, value) -> {
            parked.add(new ParkedAt(Key.number(key), parseParked(value)));
            return true;
        });
        return parked;
    }

    record ParkedAt(long by, Parked parked) {}

    static Parked parseParked(byte[] value) {
        try {
            return Parked.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] acceptedKey(String conversation, String device, ByteString messageId) {
        return Key.append(Key.of('r', conversation, device), messageId.toByteArray());
    }

    private static byte[] parkedKey(String conversation, long by) {
        return Key.append(Key.of('p', conversation), by);
    }
}
