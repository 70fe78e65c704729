package chat.natter.history.marks;

/** How far one member has come: everything up to there was delivered, or read; 0 for nothing. */
public record Mark(String user, long delivered, long read) {}
