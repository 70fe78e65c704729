package chat.natter.message.inbox;

import java.time.Duration;

/**
 * Bounds of the inbox stage.
 *
 * @param window entries sent to a device ahead of its acknowledgement
 * @param retention how long an entry waits for a device
 * @param tellAgain after a take-over, marks that moved within this time are sent again, since their first copy may not
 *     have left; far longer than a commit interval
 * @param maxRevoked removed devices remembered one by one per user
 */
public record InboxLimits(int window, Duration retention, Duration tellAgain, int maxRevoked) {
    public static InboxLimits defaults() {
        return new InboxLimits(64, Duration.ofDays(30), Duration.ofMinutes(10), 32);
    }
}
