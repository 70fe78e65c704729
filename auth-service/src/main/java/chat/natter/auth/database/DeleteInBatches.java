package chat.natter.auth.database;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Instant;

/** Deletes what time has ended, a few rows at a time so that no lock is held for long. */
@Singleton
public class DeleteInBatches {
    private static final int BATCH = 1_000;

    private final Database database;

    DeleteInBatches(Database database) {
        this.database = database;
    }

    /** The names are ours, never a client's. */
    public void olderThan(String table, String column, Instant time) {
        String sql = "DELETE FROM " + table + " WHERE " + column + " <= ? LIMIT " + BATCH;
        int deleted;
        do {
            deleted = database.query(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, SqlTime.of(time));
                    return statement.executeUpdate();
                }
            });
        } while (deleted == BATCH);
    }
}
