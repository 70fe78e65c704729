package chat.natter.history.job;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.UserId;
import chat.natter.history.message.OrUnavailable;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Jobs in Cassandra; see {@code V010__jobs.cql}. */
final class CassandraJobs implements JobStore {
    private static final String SELECT = "SELECT job, version, kind, member, request, state, worker, leased_until,"
            + " attempts, done, about, place, object, bytes, ended_at FROM jobs WHERE day = ?";

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement selectOne;
    private final PreparedStatement selectDay;
    private final PreparedStatement update;

    CassandraJobs(CqlSession session) {
        this.session = session;
        this.insert = session.prepare("INSERT INTO jobs (day, job, version, kind, member, request, state,"
                + " worker, leased_until, attempts, done, about, place, object, bytes, ended_at) VALUES (:day, :job,"
                + " :version, :kind, :member, :request, :state, :worker, :leased_until, :attempts, :done,"
                + " :about, :place, :object, :bytes, :ended_at) IF NOT EXISTS");
        this.selectOne = session.prepare(SELECT + " AND job = ?");
        this.selectDay = session.prepare(SELECT);
        this.update = session.prepare("UPDATE jobs SET version = :version, state = :state, worker = :worker,"
                + " leased_until = :leased_until, attempts = :attempts, done = :done, about = :about,"
                + " place = :place, object = :object, bytes = :bytes, ended_at = :ended_at"
                + " WHERE day = :day AND job = :job IF version = :before");
    }

    @Override
    public void add(Job job) {
        OrUnavailable.read(() -> session.execute(insert.boundStatementBuilder()
                .setInt("day", day(job.id().day()))
                .setString("job", job.id().value())
                .setInt("version", job.version())
                .setString("kind", job.kind())
                .setString("member", job.user().map(UserId::value).orElse(""))
                .setString("request", job.request())
                .setString("state", job.state().word())
                .setString("worker", job.worker())
                .setInstant("leased_until", job.leasedUntil())
                .setInt("attempts", job.attempts())
                .setLong("done", job.done())
                .setLong("about", job.about())
                .setString("place", job.place())
                .setString("object", job.object())
                .setLong("bytes", job.bytes())
                .setInstant("ended_at", job.endedAt())
                .setIdempotence(false)
                .build()));
    }

    @Override
    public Optional<Job> find(JobId id) {
        return OrUnavailable.read(() -> Optional.ofNullable(session.execute(selectOne.bind(day(id.day()), id.value()))
                        .one())
                .filter(CassandraJobs::isWhole)
                .map(CassandraJobs::read));
    }

    @Override
    public List<Job> of(LocalDate day) {
        return OrUnavailable.read(() -> {
            List<Job> jobs = new ArrayList<>();
            for (Row row : session.execute(selectDay.bind(day(day)))) {
                if (isWhole(row)) {
                    jobs.add(read(row));
                }
            }
            return jobs;
        });
    }

    @Override
    public boolean replace(Job after) {
        // Not idempotent: after a time-out the driver must not repeat it and report the repeat's outcome.
        return OrUnavailable.read(() -> session.execute(update.boundStatementBuilder()
                        .setInt("version", after.version())
                        .setString("state", after.state().word())
                        .setString("worker", after.worker())
                        .setInstant("leased_until", after.leasedUntil())
                        .setInt("attempts", after.attempts())
                        .setLong("done", after.done())
                        .setLong("about", after.about())
                        .setString("place", after.place())
                        .setString("object", after.object())
                        .setLong("bytes", after.bytes())
                        .setInstant("ended_at", after.endedAt())
                        .setInt("day", day(after.id().day()))
                        .setString("job", after.id().value())
                        .setInt("before", after.version() - 1)
                        .setIdempotence(false)
                        .build())
                .wasApplied());
    }

    private static int day(LocalDate day) {
        return (int) day.toEpochDay();
    }

    /** What was asked for expires before what was changed last. */
    private static boolean isWhole(Row row) {
        return !row.isNull("kind") && !row.isNull("state");
    }

    private static Job read(Row row) {
        return new Job(
                new JobId(text(row, "job")),
                row.getInt("version"),
                text(row, "kind"),
                Optional.of(text(row, "member"))
                        .filter(member -> !member.isEmpty())
                        .map(UserId::new),
                text(row, "request"),
                JobState.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                text(row, "worker"),
                instant(row, "leased_until"),
                row.getInt("attempts"),
                row.getLong("done"),
                row.getLong("about"),
                text(row, "place"),
                text(row, "object"),
                row.getLong("bytes"),
                instant(row, "ended_at"));
    }

    private static String text(Row row, String column) {
        return requireNonNull(row.getString(column), column);
    }

    private static Instant instant(Row row, String column) {
        return requireNonNull(row.getInstant(column), column);
    }
}
