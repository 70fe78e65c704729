package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.history.message.BucketStart;
import chat.natter.history.message.FindMoment;
import chat.natter.history.message.MessageStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Finds the partitions of a conversation's postings in which a search has to look, newest first. */
@Singleton
final class WalkPartitions {
    /** Older partitions of a conversation whose places in time are asked for at once. */
    private static final int AHEAD = 16;

    private final MessageStore store;
    private final FindMoment findMoment;

    WalkPartitions(MessageStore store, FindMoment findMoment) {
        this.store = store;
        this.findMoment = findMoment;
    }

    /** Where to begin; empty if nothing of the conversation can be a hit. */
    Optional<Source> first(Reach reach, SearchQuery query, Optional<SearchCursor> cursor) {
        Posting newest = newest(reach, query, cursor);
        long bucket = reach.newestBucket();
        if (bucket > 0 && newest.at().isBefore(reach.notAfter())) {
            bucket = Math.min(bucket, bucketOf(reach, newest.at()));
        }
        return notTooOld(new Source(reach, bucket, newest, true), query);
    }

    /** The next partitions after one that was read to its end; none if there are none with possible hits. */
    List<Source> older(Source source, SearchQuery query) {
        if (!source.last() || source.bucket() == 0) {
            return List.of();
        }
        ConversationId conversation = source.reach().conversation();
        long lowest = Math.max(0, source.bucket() - AHEAD);
        Map<Long, BucketStart> starts = store.bucketStarts(
                conversation,
                LongStream.range(lowest, source.bucket())
                        .map(bucket -> BucketStart.bucketOf(IndexBuckets.firstSeq(bucket + 1)))
                        .boxed()
                        .toList());
        List<Source> older = new ArrayList<>();
        Instant at = source.newest().at();
        for (long bucket = source.bucket() - 1; bucket >= lowest; bucket--) {
            long firstSeq = IndexBuckets.firstSeq(bucket + 1);
            BucketStart start = starts.get(BucketStart.bucketOf(firstSeq));
            if (start != null && start.seq() >= firstSeq && start.at().isBefore(at)) {
                at = start.at();
            }
            Source next = new Source(source.reach(), bucket, new Posting(at, firstSeq - 1), bucket == lowest);
            if (notTooOld(next, query).isEmpty()) {
                break;
            }
            older.add(next);
        }
        return older;
    }

    private static Posting newest(Reach reach, SearchQuery query, Optional<SearchCursor> cursor) {
        Posting newest = new Posting(reach.notAfter(), Long.MAX_VALUE);
        Optional<Posting> before = query.before().map(time -> new Posting(time.minusMillis(1), Long.MAX_VALUE));
        Optional<Posting> resumed = cursor.map(place -> place.firstOf(reach.conversation()));
        newest = before.filter(newest::isNewerThan).orElse(newest);
        return resumed.filter(newest::isNewerThan).orElse(newest);
    }

    private long bucketOf(Reach reach, Instant at) {
        ConversationId conversation = reach.conversation();
        long lastSeq = IndexBuckets.lastSeq(reach.newestBucket());
        long firstLater = findMoment.firstSeqAt(conversation, at.plusMillis(1), lastSeq);
        return IndexBuckets.of(Math.max(0, firstLater - 1));
    }

    private static Optional<Source> notTooOld(Source source, SearchQuery query) {
        boolean tooOld = query.notBefore()
                .map(time -> source.newest().at().isBefore(time))
                .orElse(false);
        return tooOld ? Optional.empty() : Optional.of(source);
    }
}
