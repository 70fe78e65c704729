package chat.natter.history.message;

/** Which way a reader walks through a conversation. */
public enum Direction {
    OLDER,
    NEWER
}
