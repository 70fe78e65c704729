package chat.natter.history.takeout;

import chat.natter.contract.UserId;
import chat.natter.history.job.JobId;
import chat.natter.history.message.OrUnavailable;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In Cassandra; see {@code V010__jobs.cql}. */
final class CassandraOwnExports implements OwnExports {
    private final CqlSession session;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement update;

    CassandraOwnExports(CqlSession session) {
        this.session = session;
        this.select = session.prepare("SELECT version, job, day, count, erased FROM exports_by_user WHERE member = ?");
        this.insert = session.prepare("INSERT INTO exports_by_user (member, version, job, day, count, erased)"
                + " VALUES (:member, :version, :job, :day, :count, :erased) IF NOT EXISTS");
        this.update = session.prepare("UPDATE exports_by_user SET version = :version, job = :job, day = :day,"
                + " count = :count, erased = :erased WHERE member = :member IF version = :before");
    }

    @Override
    public OwnExport of(UserId user) {
        return OrUnavailable.read(
                () -> read(session.execute(select.bind(user.value())).one()));
    }

    @Override
    public boolean replace(UserId user, OwnExport after) {
        boolean first = after.version() == 1;
        BoundStatementBuilder bound = (first ? insert : update)
                .boundStatementBuilder()
                .setString("member", user.value())
                .setInt("version", after.version())
                .setString("job", after.job().map(JobId::value).orElse(""))
                .setInt("day", (int) after.day().toEpochDay())
                .setInt("count", after.count())
                .setBoolean("erased", after.erased())
                .setIdempotence(false);
        BoundStatement statement = (first ? bound : bound.setInt("before", after.version() - 1)).build();
        return OrUnavailable.read(() -> session.execute(statement).wasApplied());
    }

    private static OwnExport read(@Nullable Row row) {
        return row == null
                ? OwnExport.NONE
                : new OwnExport(
                        row.getInt("version"),
                        Optional.ofNullable(row.getString("job"))
                                .filter(job -> !job.isEmpty())
                                .map(JobId::new),
                        LocalDate.ofEpochDay(row.getInt("day")),
                        row.getInt("count"),
                        row.getBoolean("erased"));
    }
}
