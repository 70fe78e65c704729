package chat.natter.history.message;

import java.util.List;

/** Which part of a conversation somebody may read: some ranges of seq, in ascending order. */
public record Visible(List<Range> ranges) {
    /** Everything, for the two of a direct conversation. */
    public static final Visible ALL = new Visible(List.of(new Range(1, Long.MAX_VALUE)));

    /** Both ends included. */
    public record Range(long first, long last) {}

    public Visible {
        ranges = List.copyOf(ranges);
    }

    /** What of it lies between these, both included. */
    public Visible within(long first, long last) {
        return new Visible(ranges.stream()
                .filter(range -> range.first() <= last && range.last() >= first)
                .map(range -> new Range(Math.max(range.first(), first), Math.min(range.last(), last)))
                .toList());
    }

    public boolean isNothing() {
        return ranges.isEmpty();
    }

    /** The lowest seq that may be read. */
    long first() {
        return ranges.get(0).first();
    }

    /** The highest seq that may be read. */
    public long last() {
        return ranges.get(ranges.size() - 1).last();
    }

    public boolean contains(long seq) {
        for (Range range : ranges) {
            if (seq >= range.first() && seq <= range.last()) {
                return true;
            }
        }
        return false;
    }
}
