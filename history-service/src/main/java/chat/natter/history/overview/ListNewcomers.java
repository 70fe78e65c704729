package chat.natter.history.overview;

import chat.natter.contract.UserId;
import chat.natter.history.group.GroupEvent;
import chat.natter.history.group.MemberChange;
import chat.natter.history.group.ReadMemberChanges;
import chat.natter.history.message.ArchivedMessage;
import java.util.ArrayList;
import java.util.List;

/** Who has a conversation from here on: the two whose first message this is, and whoever comes to a group. */
public final class ListNewcomers {
    private ListNewcomers() {}

    /** Those of one batch. */
    public static List<Newcomer> of(List<ArchivedMessage> entries, List<GroupEvent> events) {
        List<Newcomer> newcomers = new ArrayList<>();
        for (ArchivedMessage entry : entries) {
            if (entry.seq() == 1 && entry.conversation().isDirect()) {
                for (UserId user : entry.conversation().directMembers()) {
                    newcomers.add(new Newcomer(user, entry.conversation(), 1));
                }
            }
        }
        for (GroupEvent event : events) {
            for (MemberChange change : ReadMemberChanges.of(event)) {
                if (change.role() != null) {
                    newcomers.add(new Newcomer(new UserId(change.user()), event.conversation(), event.seq()));
                }
            }
        }
        return newcomers;
    }
}
