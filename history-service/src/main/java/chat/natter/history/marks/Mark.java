package chat.natter.history.marks;

/**
 * How far one member has come: everything up to there was delivered, or read; 0 for nothing.
 *
 * @param hidden the read mark is the member's own business, and those of others are none of the member's
 */
public record Mark(String user, long delivered, long read, boolean hidden) {}
