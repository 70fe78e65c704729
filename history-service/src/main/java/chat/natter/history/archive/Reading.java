package chat.natter.history.archive;

import chat.natter.history.group.GroupEvent;
import chat.natter.history.message.ArchivedMessage;

/** What came of reading a record: a message, or the reason why it is none. */
sealed interface Reading {
    record Message(ArchivedMessage message) implements Reading {}

    /** A change of a group; also an entry of the log like any message. */
    record Group(ArchivedMessage message, GroupEvent event) implements Reading {}

    /**
     * No message.
     *
     * @param cause one line, without anything of the record's content
     */
    record Unreadable(String cause) implements Reading {}
}
