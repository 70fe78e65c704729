package chat.natter.presence.privacy;

import chat.natter.presence.sessions.Presence;

/** What one user shows another. Last seen is never shown without the state: it would tell of it. */
public record Shown(boolean state, boolean lastSeen) {
    public static final Shown ALL = new Shown(true, true);
    public static final Shown NOTHING = new Shown(false, false);

    public Shown {
        lastSeen = lastSeen && state;
    }

    /** The mutual rule: one sees what the other shows, as far as one shows the same oneself. */
    public Shown and(Shown shownInReturn) {
        return new Shown(state && shownInReturn.state, lastSeen && shownInReturn.lastSeen);
    }

    /** What is left of a presence; to whom nothing is shown, everybody looks as if they had never been there. */
    public Presence of(Presence presence) {
        if (!state) {
            return Presence.NEVER_SEEN;
        }
        return lastSeen ? presence : new Presence(presence.state(), 0, presence.sessions());
    }
}
