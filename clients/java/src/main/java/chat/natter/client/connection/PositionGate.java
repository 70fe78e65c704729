package chat.natter.client.connection;

/**
 * Lets every inbox position through once. Entries that were not acknowledged come again on the next connection; the
 * listener must not see them twice.
 */
final class PositionGate {
    private long highest;
    private long highestInSession;
    private long repeats;
    private long repeatsInSession;

    /** A new session begins: older positions may come again, legitimately. */
    void newSession() {
        highestInSession = 0;
    }

    /** Whether the entry is new to this device. */
    boolean passes(long position) {
        if (position <= highestInSession) {
            repeatsInSession++;
        }
        highestInSession = Math.max(highestInSession, position);
        if (position <= highest) {
            repeats++;
            return false;
        }
        highest = position;
        return true;
    }

    /** Entries that were held back because they had been seen. */
    long repeats() {
        return repeats;
    }

    /** Those among them that came twice, or backwards, within one session. */
    long repeatsInSession() {
        return repeatsInSession;
    }
}
