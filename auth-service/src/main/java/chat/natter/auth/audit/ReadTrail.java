package chat.natter.auth.audit;

import chat.natter.auth.database.Database;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an account's trail from the newest entry backwards. */
@Singleton
public class ReadTrail {
    /** Greater than every id. */
    private static final String END = "~";

    private final Database database;
    private final AuditStore store;

    ReadTrail(Database database, AuditStore store) {
        this.database = database;
        this.store = store;
    }

    /** From before that entry, or from the newest one. */
    public List<AuditEntry> page(UserId user, @Nullable String before, int limit) {
        return database.query(connection -> store.page(connection, user, before == null ? END : before, limit));
    }
}
