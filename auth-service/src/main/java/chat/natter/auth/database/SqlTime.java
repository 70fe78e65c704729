package chat.natter.auth.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Columns are {@code DATETIME(3)} in UTC. They travel as local times, so that no time zone of a driver, session or
 * server ever shifts them.
 */
public final class SqlTime {
    private SqlTime() {}

    public static LocalDateTime of(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    public static Optional<Instant> read(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    public static Instant require(ResultSet row, String column) throws SQLException {
        return read(row, column).orElseThrow();
    }
}
