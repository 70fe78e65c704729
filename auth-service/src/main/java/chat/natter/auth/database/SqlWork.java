package chat.natter.auth.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements that belong together. May run more than once, since the database may undo it in favour of another. */
@FunctionalInterface
public interface SqlWork<T> {
    T on(Connection connection) throws SQLException;
}
