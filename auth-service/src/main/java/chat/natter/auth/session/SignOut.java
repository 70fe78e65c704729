package chat.natter.auth.session;

import chat.natter.auth.database.Database;
import chat.natter.auth.id.DeviceSessionId;
import jakarta.inject.Singleton;

/** Ends a session. Its device stays in the account and may sign in again by its id. */
@Singleton
class SignOut {
    private final Database database;
    private final SessionStore sessions;

    SignOut(Database database, SessionStore sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    void signOut(DeviceSessionId session) {
        database.transaction(connection -> sessions.end(connection, session));
    }
}
