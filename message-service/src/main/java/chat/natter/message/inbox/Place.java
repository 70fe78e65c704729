package chat.natter.message.inbox;

/**
 * A record's place in the log.
 *
 * @param by the record's offset plus one, so that 0 can mean none
 * @param at the record's time, milliseconds since 1970
 */
public record Place(long by, long at) {}
