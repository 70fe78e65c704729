package chat.natter.message.stage;

import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.MemberMarks;
import chat.natter.contract.record.Notification;
import java.util.List;

/** Where the records of a stage go. Records of one key leave in the order they are given. */
public interface Outputs {
    /** To {@code chat.events}, keyed by the event's conversation. */
    void event(Event event);

    /** To {@code chat.inbox}. */
    void inbox(String user, InboxRecord entry, long at);

    /** To {@code chat.inbox}: the same for each of these users, in as few records as their partitions allow. */
    default void inbox(List<String> users, InboxRecord entry, long at) {
        users.forEach(user -> inbox(user, entry, at));
    }

    /** To {@code chat.commands}: what a stage asks of the conversation stage. */
    void command(String conversation, Command command, long at);

    /** To {@code chat.typing}, keyed by the topic: its log has come so far. */
    void news(String topic, long seq, long at);

    /**
     * To the delivery topic of that gateway, keyed by the session, or by the conversation if it is about typing or what
     * is new there.
     */
    void deliver(String gateway, Delivery delivery, long at);

    /** To {@code chat.marks}, keyed by the user. */
    void marks(MemberMarks marks);

    /** To {@code chat.notifications}, keyed by the user. */
    void notification(Notification notification);

    /**
     * Runs what handles one record that is of several users. The same message for several sessions of one gateway may
     * leave together, after it at the latest; the order of what one session is sent stays.
     */
    default void together(Runnable task) {
        task.run();
    }

    /** A device's full window holds an entry back. Writes nothing: for those who count. */
    default void windowFull() {}
}
