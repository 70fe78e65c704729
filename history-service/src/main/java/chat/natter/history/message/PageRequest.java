package chat.natter.history.message;

/**
 * Which messages to read: at most {@code limit} of those next to {@code bound}, which itself is left out.
 *
 * @param bound a seq, 0 and above
 */
record PageRequest(Direction direction, long bound, int limit) {
    static PageRequest newest(int limit) {
        return before(Long.MAX_VALUE, limit);
    }

    static PageRequest before(long seq, int limit) {
        return new PageRequest(Direction.OLDER, seq, limit);
    }

    static PageRequest after(long seq, int limit) {
        return new PageRequest(Direction.NEWER, seq, limit);
    }
}
