package chat.natter.gateway.session;

import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.PresenceDelivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One user whom a session watches: what is true, what the session may see of it, and what it was told. */
final class WatchedUser {
    private final UserId user;
    private boolean answered;
    private boolean showsState;
    private boolean showsLastSeen;
    private PresenceState state = PresenceState.OFFLINE;
    private long lastSeen;
    private ServerFrame.@Nullable Presence told;

    WatchedUser(UserId user) {
        this.user = user;
    }

    /** A delivery to this session alone also says what it may see; one to all does not. */
    void learn(PresenceDelivery delivery, boolean toThisSession) {
        if (toThisSession) {
            answered = true;
            showsState = delivery.getShowsState();
            showsLastSeen = delivery.getShowsLastSeen();
        }
        state = switch (delivery.getState()) {
            case ONLINE -> PresenceState.ONLINE;
            case AWAY -> PresenceState.AWAY;
            case OFFLINE, STATE_UNSPECIFIED, UNRECOGNIZED -> PresenceState.OFFLINE;
        };
        lastSeen = delivery.getLastSeen();
    }

    /** What the client is to be told; null if nothing is known yet or it knows. */
    ServerFrame.@Nullable Presence news() {
        if (!answered) {
            return null;
        }
        ServerFrame.Presence visible = visible();
        if (visible.equals(told)) {
            return null;
        }
        told = visible;
        return visible;
    }

    /** Whether the session may see that the user is online; false as long as that is not known. */
    boolean showsState() {
        return showsState;
    }

    /** What the client was told last; null if nothing yet. */
    ServerFrame.@Nullable Presence told() {
        return told;
    }

    private ServerFrame.Presence visible() {
        PresenceState shown = showsState ? state : PresenceState.OFFLINE;
        boolean seen = showsState && showsLastSeen && lastSeen != 0 && state != PresenceState.ONLINE;
        return new ServerFrame.Presence(user, shown, seen ? Instant.ofEpochMilli(lastSeen) : null);
    }
}
