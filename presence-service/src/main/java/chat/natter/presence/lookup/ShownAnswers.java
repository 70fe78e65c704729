package chat.natter.presence.lookup;

import java.util.List;

/** What the caller shows to others, between instances. */
public record ShownAnswers(List<ShownAnswer> shown) {
    /** What the caller shows to one user. */
    public record ShownAnswer(String userId, boolean state, boolean lastSeen) {}
}
