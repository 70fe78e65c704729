package chat.natter.history.message;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;

/** Tells where a bucket begins; the earliest wins, since the write time falls with the seq. */
final class InsertBucketStart {
    private final CqlSession session;
    private final PreparedStatement statement;

    InsertBucketStart(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("INSERT INTO bucket_starts (conversation, bucket, epoch, seq, at)"
                + " VALUES (:conversation, :bucket, :epoch, :seq, :at) USING TIMESTAMP :written");
    }

    CompletionStage<?> execute(BucketStart start) {
        return session.executeAsync(statement
                .boundStatementBuilder()
                .setString("conversation", start.conversation().value())
                .setLong("bucket", start.bucket())
                .setLong("epoch", start.epoch())
                .setLong("seq", start.seq())
                .setInstant("at", start.at())
                .setLong("written", start.rank())
                .build());
    }
}
