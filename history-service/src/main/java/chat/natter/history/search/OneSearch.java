package chat.natter.history.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * One request. It reads the partitions in the order of the newest message that they may hold, and takes a candidate for
 * certain once no partition that is left can hold a newer one. So a frequent word is found in the first few partitions,
 * and only a rare one makes it read them all.
 */
final class OneSearch {
    /** Partitions that are read at the same time: few at first, since they often suffice. */
    private static final int FIRST_ROUND = 8;

    private static final int LARGEST_ROUND = 64;
    /** Messages that are read to be checked: a phrase of frequent words could propose very many. */
    private static final int MAX_CHECKED = 500;

    private final SearchQuery query;
    private final int limit;
    private final Optional<SearchCursor> cursor;
    private final int maxPartitions;
    private final VisibleTo visibleTo;
    private final SearchIndex index;
    private final CheckMessages checkMessages;
    private final WalkPartitions walkPartitions;

    private final PriorityQueue<Source> sources = new PriorityQueue<>(Source.NEWEST_FIRST);
    private final PriorityQueue<Candidate> candidates = new PriorityQueue<>();
    private final List<SearchPage.Hit> hits = new ArrayList<>();
    private SearchCursor.@Nullable Key lastChecked;
    private int partitions;
    private int checked;
    private int round = FIRST_ROUND;

    OneSearch(FindMessages.Request request, int maxPartitions, FindMessages.Means means, VisibleTo visibleTo) {
        this.query = request.query();
        this.limit = request.limit();
        this.cursor = request.cursor();
        this.maxPartitions = maxPartitions;
        this.visibleTo = visibleTo;
        this.index = means.index();
        this.checkMessages = means.checkMessages();
        this.walkPartitions = means.walkPartitions();
    }

    void add(Source source) {
        sources.add(source);
    }

    SearchPage run() {
        while (hits.size() < limit) {
            if (isCertain(candidates.peek())) {
                if (checked >= MAX_CHECKED) {
                    return new SearchPage(hits, Optional.ofNullable(lastChecked).map(SearchCursor::after));
                }
                check();
            } else if (sources.isEmpty()) {
                return new SearchPage(hits, Optional.empty());
            } else if (partitions >= maxPartitions) {
                return new SearchPage(hits, Optional.of(rest()));
            } else {
                readPartitions();
            }
        }
        boolean more = !candidates.isEmpty() || !sources.isEmpty();
        return new SearchPage(
                hits, more ? Optional.ofNullable(lastChecked).map(SearchCursor::after) : Optional.empty());
    }

    private boolean isCertain(@Nullable Candidate candidate) {
        Source next = sources.peek();
        return candidate != null
                && (next == null
                        || candidate.posting().at().isAfter(next.newest().at()));
    }

    /** Everything newer than the newest partition that is left has been looked at. */
    private SearchCursor rest() {
        Source next = sources.element();
        return SearchCursor.from(next.newest().at());
    }

    private void check() {
        List<Candidate> certain = new ArrayList<>();
        int wanted = 2 * (limit - hits.size());
        while (certain.size() < wanted && isCertain(candidates.peek())) {
            certain.add(candidates.remove());
        }
        List<Optional<SearchPage.Hit>> found = checkMessages.check(query, certain);
        for (int i = 0; i < certain.size(); i++) {
            if (hits.size() == limit) {
                candidates.addAll(certain.subList(i, certain.size()));
                return;
            }
            found.get(i).ifPresent(hits::add);
            lastChecked = certain.get(i).key();
            checked++;
        }
    }

    private void readPartitions() {
        List<Source> now = new ArrayList<>();
        List<Lookup> lookups = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        while (now.size() < round && !sources.isEmpty()) {
            Source source = sources.remove();
            now.add(source);
            lookups.addAll(source.lookups(query.terms(), query.notBefore().orElse(Instant.EPOCH)));
            ends.add(lookups.size());
        }
        round = Math.min(2 * round, LARGEST_ROUND);
        partitions +=
                (int) now.stream().filter(source -> !wasReadBefore(source)).count();
        List<Postings> answers = index.read(lookups);
        int start = 0;
        for (int i = 0; i < now.size(); i++) {
            take(now.get(i), Intersection.of(answers.subList(start, ends.get(i))));
            start = ends.get(i);
        }
    }

    /**
     * Whether an earlier page may have read that far into the partition. Those are read again, since this page begins
     * in the middle of them, and do not count: otherwise a page could use itself up on them and get nowhere.
     */
    private boolean wasReadBefore(Source source) {
        return cursor.map(place -> !source.newest().at().isBefore(place.at())).orElse(false);
    }

    private void take(Source source, Intersection intersection) {
        for (Posting posting : intersection.found()) {
            // Not only when it is shown: a cursor would tell of it too.
            if (visibleTo.contains(source.reach().conversation(), posting.seq())) {
                candidates.add(new Candidate(source.reach(), posting));
            }
        }
        intersection
                .goOn()
                .map(source::from)
                .ifPresentOrElse(sources::add, () -> sources.addAll(walkPartitions.older(source, query)));
    }
}
