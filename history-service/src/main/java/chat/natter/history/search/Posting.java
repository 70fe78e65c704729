package chat.natter.history.search;

import java.time.Instant;
import java.util.Comparator;

/** A message in the index, within its conversation. */
record Posting(Instant at, long seq) {
    static final Comparator<Posting> NEWEST_FIRST =
            Comparator.comparing(Posting::at).thenComparingLong(Posting::seq).reversed();

    boolean isNewerThan(Posting other) {
        return NEWEST_FIRST.compare(this, other) < 0;
    }

    /** Where to go on after this one. */
    Posting next() {
        return new Posting(at, seq - 1);
    }
}
