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
 * @param editWindow how long an author may edit
 * @param retractWindow how long an author may retract
 * @param maxEdits of one message
 * @param maxMembers of a group
 * @param maxPublishers of a topic
 * @param partSize copies of a message to a group that go out at once, about
 * @param maxMentions users whom a message may mention by name
 * @param mentionAllMembers in a group of more members only admins may mention all
 */
public record ConversationLimits(
        Duration repeatWindow,
        int maxParked,
        Duration askAgainAfter,
        Duration keepParked,
        Duration editWindow,
        Duration retractWindow,
        int maxEdits,
        int maxMembers,
        int maxPublishers,
        int partSize,
        int maxMentions,
        int mentionAllMembers) {
    public static ConversationLimits defaults() {
        return new ConversationLimits(
                Duration.ofHours(24),
                1_000,
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                Duration.ofDays(2),
                50,
                1_024,
                64,
                128,
                32,
                32);
    }

    /** How long it is remembered who wrote a message and when, and who was a member of a group. */
    Duration keepAccepted() {
        Duration longest = editWindow.compareTo(retractWindow) > 0 ? editWindow : retractWindow;
        return longest.compareTo(repeatWindow) > 0 ? longest : repeatWindow;
    }
}
