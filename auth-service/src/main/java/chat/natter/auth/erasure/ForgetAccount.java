package chat.natter.auth.erasure;

import chat.natter.auth.identity.IdentitiesToRemove;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Deletes what is known of an account. Which identities go with it is read before the rows that name them go. */
@Singleton
class ForgetAccount {
    private final IdentitiesToRemove identitiesToRemove;
    private final ErasureRows rows;

    ForgetAccount(IdentitiesToRemove identitiesToRemove, ErasureRows rows) {
        this.identitiesToRemove = identitiesToRemove;
        this.rows = rows;
    }

    void forget(Connection connection, UserId user) throws SQLException {
        for (String identity : rows.identitiesOf(connection, user)) {
            identitiesToRemove.add(connection, identity);
        }
        rows.delete(connection, user);
    }
}
