package chat.natter.presence.streams;

import chat.natter.presence.privacy.Rules;
import chat.natter.presence.sessions.Presence;

/** What the stores know of one user, or who does. */
public sealed interface StoreAnswer {
    /** This instance owns the user. */
    record Known(Presence presence, Rules rules) implements StoreAnswer {}

    /** The instance under that address owns the user. */
    record Elsewhere(String host, int port) implements StoreAnswer {}

    /** Nobody can tell now: partitions are moving or being restored. */
    record Unsettled() implements StoreAnswer {}
}
