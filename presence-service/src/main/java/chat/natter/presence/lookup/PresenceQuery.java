package chat.natter.presence.lookup;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.presence.problem.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users that a client asks for at once. */
public record PresenceQuery(@Nullable List<String> users) {
    static final int AT_MOST = 200;

    /** Each once, in the order in which they were asked for. */
    static Set<UserId> distinct(@Nullable PresenceQuery query) {
        List<String> users = query == null ? null : query.users();
        if (users == null || users.isEmpty()) {
            throw new Refusal(Problem.BAD_REQUEST, "\"users\" is missing or empty.");
        }
        if (users.size() > AT_MOST) {
            throw new Refusal(Problem.TOO_LARGE, "At most " + AT_MOST + " users can be asked for at once.");
        }
        Set<UserId> distinct = new LinkedHashSet<>();
        users.forEach(user -> distinct.add(new UserId(user == null ? "" : user)));
        return distinct;
    }
}
