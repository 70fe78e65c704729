package chat.natter.auth.userlist;

/** What an account names users for. Each list is part of the account's record, which every change writes whole. */
public enum UserList {
    BLOCKED("blocks", "blocked_id", 1_000),
    CONTACTS("contacts", "contact_id", 5_000);

    private final String table;
    private final String column;
    private final int most;

    UserList(String table, String column, int most) {
        this.table = table;
        this.column = column;
        this.most = most;
    }

    /** How many users it may hold. */
    public int most() {
        return most;
    }

    String select() {
        return "SELECT %2$s FROM %1$s WHERE account_id = ? ORDER BY %2$s".formatted(table, column);
    }

    String insert() {
        return "INSERT INTO %s (account_id, %s, added_at) VALUES (?, ?, ?)".formatted(table, column);
    }

    String delete() {
        return "DELETE FROM %s WHERE account_id = ? AND %s = ?".formatted(table, column);
    }
}
