package chat.natter.load.mixed;

import java.util.Locale;

/** What people do. */
enum Doing {
    /** Types, and writes to a friend. */
    CHAT,
    /** Writes to their group. */
    GROUP,
    /** Uploads a file, and sends it to a friend. */
    MEDIA,
    /** Puts the app aside, and takes it up again. */
    ASIDE,
    /** Changes the network: the socket is gone, and comes back at once. */
    RECONNECT,
    /** Leaves, and comes back: what was said meanwhile waits. */
    LEAVE;

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
