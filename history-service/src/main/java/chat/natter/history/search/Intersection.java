package chat.natter.history.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The messages that all lookups of a source found, newest first.
 *
 * @param goOn where the source is to be read on; empty if there is nothing beyond
 */
record Intersection(List<Posting> found, Optional<Posting> goOn) {
    Intersection {
        found = List.copyOf(found);
    }

    /** @param lists at least one */
    static Intersection of(List<Postings> lists) {
        List<Postings> complete = lists.stream().filter(Postings::isComplete).toList();
        return complete.isEmpty() ? ofAll(lists) : ofComplete(complete, lists);
    }

    /**
     * One rare term bounds the matches. A frequent one need not be read to its end: where it was not read, the check of
     * the message decides.
     */
    private static Intersection ofComplete(List<Postings> complete, List<Postings> lists) {
        List<Posting> found = new ArrayList<>(complete.get(0).found());
        for (Postings list : lists) {
            Set<Posting> has = new HashSet<>(list.found());
            found.removeIf(posting -> !has.contains(posting) && isCovered(posting, list));
        }
        return new Intersection(found, Optional.empty());
    }

    /** All terms are frequent: so far as all of them were read, and then on. */
    private static Intersection ofAll(List<Postings> lists) {
        Posting end = lists.stream()
                .flatMap(list -> list.completeTo().stream())
                .min(Posting.NEWEST_FIRST)
                .orElseThrow();
        List<Posting> found = new ArrayList<>(lists.get(0).found());
        found.removeIf(end::isNewerThan);
        for (Postings list : lists) {
            found.retainAll(new HashSet<>(list.found()));
        }
        return new Intersection(found, Optional.of(end.next()));
    }

    private static boolean isCovered(Posting posting, Postings list) {
        return list.completeTo().isEmpty() || !list.completeTo().get().isNewerThan(posting);
    }
}
