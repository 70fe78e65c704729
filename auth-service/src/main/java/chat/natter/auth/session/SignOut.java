package chat.natter.auth.session;

import chat.natter.auth.publish.PublishAccount;
import chat.natter.auth.token.AccessToken;
import chat.natter.contract.SecurityEvent;
import jakarta.inject.Singleton;

/** Ends a session. Its device stays in the account and may sign in again by its id. */
@Singleton
class SignOut {
    private final EndSession endSession;
    private final PublishAccount publishAccount;

    SignOut(EndSession endSession, PublishAccount publishAccount) {
        this.endSession = endSession;
        this.publishAccount = publishAccount;
    }

    void signOut(AccessToken session) {
        if (endSession.end(session, SecurityEvent.SIGNED_OUT)) {
            publishAccount.publishSoon(session.user());
        }
    }
}
