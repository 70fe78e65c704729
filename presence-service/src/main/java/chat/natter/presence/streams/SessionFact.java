package chat.natter.presence.streams;

import chat.natter.contract.UserId;
import chat.natter.presence.sessions.SessionChange;

/** What a record of {@code chat.sessions} turned out to be. */
sealed interface SessionFact {
    /** It matters to presence. */
    record Change(UserId user, SessionChange change) implements SessionFact {}

    /** Acknowledgements, read marks, and kinds that a later version adds. */
    record Irrelevant() implements SessionFact {}

    /** Nobody can read it. */
    record Unreadable(String cause) implements SessionFact {}
}
