package chat.natter.history.search;

import java.util.Comparator;

/** A stretch of a text, in UTF-16 code units; the end is not in it. */
record Range(int start, int end) implements Comparable<Range> {
    private static final Comparator<Range> ORDER =
            Comparator.comparingInt(Range::start).thenComparingInt(Range::end);

    static Range of(Word word) {
        return new Range(word.start(), word.end());
    }

    @Override
    public int compareTo(Range other) {
        return ORDER.compare(this, other);
    }
}
