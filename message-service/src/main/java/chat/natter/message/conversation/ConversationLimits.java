package chat.natter.message.conversation;

import java.time.Duration;

/**
 * Bounds of the conversation stage.
 *
 * @param repeatWindow how long a repeat of a message id is recognised
 * @param maxParked commands that may wait for one verdict
 * @param askAgainAfter a verdict that takes longer is asked for again by the next command
 * @param keepParked how long parked commands stay after their time, far longer than a commit interval: a verdict that
 *     is processed again must find them
 */
public record ConversationLimits(Duration repeatWindow, int maxParked, Duration askAgainAfter, Duration keepParked) {
    public static ConversationLimits defaults() {
        return new ConversationLimits(Duration.ofHours(24), 1_000, Duration.ofSeconds(10), Duration.ofMinutes(10));
    }
}
