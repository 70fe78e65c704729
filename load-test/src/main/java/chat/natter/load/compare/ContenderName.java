package chat.natter.load.compare;

import java.util.Locale;

/** Who can be compared. */
enum ContenderName {
    NATTER,
    EJABBERD_DURABLE,
    EJABBERD,
    PROSODY_DURABLE,
    PROSODY;

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
