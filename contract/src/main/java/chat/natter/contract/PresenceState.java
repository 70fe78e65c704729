package chat.natter.contract;

import java.util.Locale;
import java.util.Optional;

/** How much of a user is there, in frames and REST alike; the word is the constant's name in lower case. */
public enum PresenceState {
    /** At least one device is connected and in use. */
    ONLINE,
    /** Devices are connected, but each of them said that nobody looks at it. */
    AWAY,
    /** No device is connected. Also what everybody sees who may not know. */
    OFFLINE;

    /** The stable word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word, if this version knows it. */
    public static Optional<PresenceState> ofWord(String word) {
        for (PresenceState state : values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
