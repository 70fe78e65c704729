package chat.natter.auth.database;

import chat.natter.auth.problem.Unavailable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import javax.sql.DataSource;

/** Runs work in one transaction: all of it or nothing. A database that is away is {@link Unavailable}. */
@Singleton
public class Database {
    private static final int ATTEMPTS = 3;

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public <T> T transaction(SqlWork<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = connect()) {
                return commitOrUndo(connection, work);
            } catch (SQLTransactionRollbackException e) {
                // InnoDB has picked this one out of a deadlock and has undone it: the next try usually passes.
                if (attempt == ATTEMPTS) {
                    throw new Unavailable("The account database is busy. Try again.", e);
                }
            } catch (SQLException e) {
                throw translate(e);
            }
        }
    }

    /** Statements that need no transaction, each on its own. */
    public <T> T query(SqlWork<T> work) {
        try (Connection connection = connect()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw translate(e);
        }
    }

    private static <T> T commitOrUndo(Connection connection, SqlWork<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            T result = work.on(connection);
            connection.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                undo(connection);
            }
        }
    }

    private static void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException ignored) {
            // The connection is gone, and with it the transaction: what broke it is already on its way up.
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new Unavailable("The account database does not answer. Try again.", e);
        }
    }

    private static RuntimeException translate(SQLException e) {
        String state = e.getSQLState();
        if (e instanceof SQLTransientException || (state != null && state.startsWith("08"))) {
            return new Unavailable("The account database does not answer. Try again.", e);
        }
        return new IllegalStateException("a statement failed", e);
    }
}
