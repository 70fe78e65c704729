package chat.natter.load.presence;

import chat.natter.contract.PresenceState;

/** How somebody with one device stands to the app. */
enum Standing {
    LOOKING(PresenceState.ONLINE),
    ASIDE(PresenceState.AWAY),
    GONE(PresenceState.OFFLINE);

    private final PresenceState state;

    Standing(PresenceState state) {
        this.state = state;
    }

    /** What everybody who watches has to see, once all is over that holds it back. */
    PresenceState state() {
        return state;
    }
}
