/**
 * The inbox stage: one owner per user keeps what waits for each device, sends it a window ahead of the device's
 * acknowledgement, and forgets it once all devices have it. Read {@link chat.natter.message.inbox.InboxStage} first.
 *
 * <p>Keys of its store, in one changelog, so that a crash leaves a prefix of its writes:
 *
 * <pre>
 * e&lt;user&gt;&lt;position&gt;      Entry: what waits
 * s&lt;user&gt;&lt;conversation&gt;  Marks: last seq taken in, delivered and read marks
 * u&lt;user&gt;                User: account, devices with cursor and session
 * </pre>
 *
 * A position is the offset plus one of the entry's record in {@code chat.inbox}: increasing per user, the same after a
 * replay, and it needs no counter that a crash could leave behind.
 */
@NullMarked
package chat.natter.message.inbox;

import org.jspecify.annotations.NullMarked;
