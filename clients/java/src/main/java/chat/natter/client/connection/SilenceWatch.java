package chat.natter.client.connection;

import java.time.Duration;

/**
 * Notices a dead socket, and keeps a quiet one from looking dead: after one silent heartbeat of ours we ping, after two
 * silent heartbeats of theirs the socket is given up.
 */
final class SilenceWatch {
    enum Verdict {
        FINE,
        PING,
        DEAD
    }

    private final long heartbeatNanos;
    private long heard;
    private long said;

    SilenceWatch(Duration heartbeat, long nowNanos) {
        this.heartbeatNanos = heartbeat.toNanos();
        this.heard = nowNanos;
        this.said = nowNanos;
    }

    void heard(long nowNanos) {
        heard = nowNanos;
    }

    void said(long nowNanos) {
        said = nowNanos;
    }

    Verdict at(long nowNanos) {
        if (nowNanos - heard > 2 * heartbeatNanos) {
            return Verdict.DEAD;
        }
        boolean quiet = nowNanos - said >= heartbeatNanos || nowNanos - heard >= heartbeatNanos;
        return quiet ? Verdict.PING : Verdict.FINE;
    }
}
