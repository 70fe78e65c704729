package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.history.message.BucketStart;
import chat.natter.history.message.FindMoment;
import chat.natter.history.message.MessageStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Finds the partitions of a conversation's postings in which a search has to look, newest first. */
@Singleton
final class WalkPartitions {
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
        return notTooOld(new Source(reach, bucket, newest), query);
    }

    /** The next partition after one that was read to its end; empty if there is none with possible hits. */
    Optional<Source> older(Source source, SearchQuery query) {
        long firstSeq = IndexBuckets.firstSeq(source.bucket());
        if (firstSeq == 0) {
            return Optional.empty();
        }
        Instant at = store.bucketStart(source.reach().conversation(), BucketStart.bucketOf(firstSeq))
                .filter(start -> start.seq() >= firstSeq
                        && start.at().isBefore(source.newest().at()))
                .map(BucketStart::at)
                .orElse(source.newest().at());
        return notTooOld(new Source(source.reach(), source.bucket() - 1, new Posting(at, firstSeq - 1)), query);
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
