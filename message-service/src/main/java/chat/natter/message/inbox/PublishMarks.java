package chat.natter.message.inbox;

import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.MemberMarks;
import chat.natter.message.inbox.state.Marks;
import chat.natter.message.inbox.state.User;
import chat.natter.message.stage.Outputs;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Publishes how far users have come, now and then: what moved several times in between is one record. Which marks have
 * moved is known in memory only; after a take-over {@link ResumeSessions} names again those that moved shortly before.
 */
final class PublishMarks {
    private final InboxStore store;
    private final Outputs outputs;
    private final Set<Moved> moved = new LinkedHashSet<>();

    private record Moved(String user, String conversation) {}

    PublishMarks(InboxStore store, Outputs outputs) {
        this.store = store;
        this.outputs = outputs;
    }

    void moved(String user, String conversation) {
        moved.add(new Moved(user, conversation));
    }

    void publish(int slice) {
        Iterator<Moved> waiting = moved.iterator();
        for (int i = 0; i < slice && waiting.hasNext(); i++) {
            Moved next = waiting.next();
            waiting.remove();
            User state = store.user(next.user());
            MemberMarks.Builder told =
                    marks(next.user(), next.conversation(), store.marks(next.user(), next.conversation()));
            // That they are for everybody is the rule, and said only when it comes to be so.
            outputs.marks((state.getHideReadMarks() ? withAudience(told, state) : told).build());
        }
    }

    /** For whom the user's read marks are has changed: says it of every conversation, at once. */
    void audienceChanged(String user, User state) {
        store.conversations(
                user,
                (conversation, marks) -> outputs.marks(
                        withAudience(marks(user, conversation, marks), state).build()));
    }

    /** The user must never see that entry: says it at once, and of each. */
    void withheld(String user, InboxMessage message, Marks marks, long at) {
        outputs.marks(marks(user, message.getConversation(), marks)
                .setAt(at)
                .setWithheld(message.getSeq())
                .build());
    }

    private static MemberMarks.Builder marks(String user, String conversation, Marks marks) {
        return MemberMarks.newBuilder()
                .setUser(user)
                .setConversation(conversation)
                .setDelivered(marks.getDelivered())
                .setRead(marks.getRead())
                .setAt(marks.getMovedAt());
    }

    private static MemberMarks.Builder withAudience(MemberMarks.Builder marks, User state) {
        return marks.setHideReadMark(state.getHideReadMarks()).setAccountVersion(state.getAccountVersion());
    }
}
