package chat.natter.client.rest;

/** Which messages of a conversation are asked for, by their seq. */
public sealed interface Window {
    int limit();

    /** The latest. */
    record Latest(int limit) implements Window {}

    /** Those just below that seq. */
    record Before(long seq, int limit) implements Window {}

    /** Those just above that seq. */
    record After(long seq, int limit) implements Window {}
}
