package chat.natter.history.group;

import chat.natter.history.message.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the changes of members, in the order of seq, to who is one and what each may read: from the change that made one
 * to the change that ended it, both included; all of it where the group lets its members read what was before.
 */
final class FoldMembership {
    static final String MEMBER = "member";
    private static final String OWNER = "owner";
    private static final String ADMIN = "admin";

    private FoldMembership() {}

    static Visible visible(List<MemberChange> ofOneUser, boolean openHistory) {
        List<Visible.Range> ranges = new ArrayList<>();
        long joined = 0;
        for (MemberChange change : ofOneUser) {
            if (change.role() == null && joined != 0) {
                ranges.add(new Visible.Range(joined, change.seq()));
                joined = 0;
            } else if (change.role() != null && joined == 0) {
                joined = change.seq();
            }
        }
        if (joined != 0) {
            if (openHistory) {
                return Visible.ALL;
            }
            ranges.add(new Visible.Range(joined, Long.MAX_VALUE));
        }
        return new Visible(ranges);
    }

    /** Who is a member now, with the role. There is one owner: the one before became an admin. */
    static Map<String, String> members(List<MemberChange> changes) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (MemberChange change : changes) {
            String role = change.role();
            if (role == null) {
                roles.remove(change.user());
                continue;
            }
            if (role.equals(OWNER)) {
                roles.replaceAll((user, before) -> before.equals(OWNER) ? ADMIN : before);
            }
            roles.put(change.user(), role);
        }
        return roles;
    }
}
