package chat.natter.history.message;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Reads messages from wherever they are: one query per bucket, all at the same time. */
final class ReadMany {
    private final SelectMessages selectMessages;

    ReadMany(SelectMessages selectMessages) {
        this.selectMessages = selectMessages;
    }

    Map<MessageKey, ArchivedMessage> read(Collection<MessageKey> keys) {
        Map<BucketStart.Key, List<Long>> byBucket = new HashMap<>();
        for (MessageKey key : keys) {
            byBucket.computeIfAbsent(
                            new BucketStart.Key(key.conversation(), Buckets.of(key.seq())), bucket -> new ArrayList<>())
                    .add(key.seq());
        }
        Map<MessageKey, ArchivedMessage> found = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> reads = new ArrayList<>();
        byBucket.forEach((bucket, seqs) -> reads.add(selectMessages
                .execute(bucket.conversation(), bucket.bucket(), seqs)
                .thenCompose(rows -> collect(bucket, rows, found))
                .toCompletableFuture()));
        JoinAll.of(reads);
        return found;
    }

    private static CompletionStage<Void> collect(
            BucketStart.Key bucket, AsyncResultSet rows, Map<MessageKey, ArchivedMessage> found) {
        rows.currentPage().forEach(row -> {
            if (!ReadRow.isLeftOver(row)) {
                ArchivedMessage message = ReadRow.read(bucket.conversation(), row);
                found.put(new MessageKey(message.conversation(), message.seq()), message);
            }
        });
        return rows.hasMorePages()
                ? rows.fetchNextPage().thenCompose(next -> collect(bucket, next, found))
                : CompletableFuture.completedFuture(null);
    }
}
