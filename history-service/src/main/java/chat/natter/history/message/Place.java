package chat.natter.history.message;

import java.time.Instant;

/** A place in a conversation, as a client names it. */
sealed interface Place {
    /** A message by its number, 0 and above; it need not exist. */
    record Seq(long seq) implements Place {}

    /** Between what was accepted before that time and what was accepted at it or later. */
    record Moment(Instant time) implements Place {}
}
