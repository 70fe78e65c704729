package chat.natter.message.inbox;

import java.util.ArrayDeque;

/**
 * How far a session has been sent to. Never stored: after a take-over it starts from the device's cursor, what was
 * under way is sent again, and the gateway drops the positions that it has written already. So no output of this stage
 * has to survive a crash.
 */
final class LiveSession {
    final String session;
    final String gateway;
    final String device;
    /** The end of the backlog: once everything up to it is sent, the session is synced. */
    final long backlogEnd;

    private final ArrayDeque<Long> outstanding = new ArrayDeque<>();
    private long sent;
    private boolean caughtUp;
    private boolean synced;

    LiveSession(String session, String gateway, String device, long cursor, long backlogEnd) {
        this.session = session;
        this.gateway = gateway;
        this.device = device;
        this.sent = cursor;
        this.backlogEnd = backlogEnd;
    }

    /** The last position that was sent or passed over. */
    long sent() {
        return sent;
    }

    int outstanding() {
        return outstanding.size();
    }

    /** Whether nothing waits in the store behind {@link #sent}, so that a new entry may be sent at once. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    void fallBehind() {
        caughtUp = false;
    }

    void catchUp() {
        caughtUp = true;
    }

    void send(long position) {
        sent = position;
        outstanding.add(position);
    }

    void passOver(long position) {
        sent = position;
    }

    void acknowledge(long position) {
        while (!outstanding.isEmpty() && outstanding.peek() <= position) {
            outstanding.poll();
        }
        sent = Math.max(sent, position);
    }

    /** Whether the client is to be told now, for the first time, that the backlog is sent. */
    boolean becomesSynced() {
        if (synced || (!caughtUp && sent < backlogEnd)) {
            return false;
        }
        synced = true;
        return true;
    }
}
