package chat.natter.auth.discovery;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.account.Profile;
import chat.natter.auth.database.Database;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Finds accounts by the hashes of their numbers; those that do not want to be found are not. */
@Singleton
class LookUpContacts {
    private static final String FIND = "SELECT m.account_id FROM sign_in_methods m JOIN accounts a ON a.id ="
            + " m.account_id WHERE m.lookup_hash = ? AND a.status = 'ACTIVE' AND a.discoverable = TRUE";

    private final Database database;
    private final AccountStore accounts;
    private final Salt salt;

    LookUpContacts(Database database, AccountStore accounts, Salt salt) {
        this.database = database;
        this.accounts = accounts;
        this.salt = salt;
    }

    /** Somebody whose number's hash, in base64url, was asked for. */
    record Match(String hash, Profile profile) {}

    byte[] salt() {
        return database.query(salt::get);
    }

    List<Match> find(List<String> hashes) {
        return database.query(connection -> {
            List<Match> matches = new ArrayList<>();
            for (String hash : hashes) {
                for (UserId user : accountsWith(connection, hash)) {
                    accounts.find(connection, user).ifPresent(profile -> matches.add(new Match(hash, profile)));
                }
            }
            return matches;
        });
    }

    private static List<UserId> accountsWith(Connection connection, String hash) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setBytes(1, Base64.getUrlDecoder().decode(hash));
            try (ResultSet rows = statement.executeQuery()) {
                List<UserId> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new UserId(rows.getString("account_id")));
                }
                return found;
            }
        }
    }
}
