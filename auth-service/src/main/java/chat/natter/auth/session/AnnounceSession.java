package chat.natter.auth.session;

import chat.natter.auth.device.DeviceRequest;
import chat.natter.auth.device.RemoveDevice;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.problem.Unavailable;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.auth.session.OpenSession.Opened;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;

/**
 * Opens a session and hands it out only once {@code chat.accounts} has its device, since messages may be sent the next
 * moment. If it cannot be told, the session is taken back: the client never had it and will ask for another.
 */
@Singleton
class AnnounceSession {
    private final OpenSession openSession;
    private final PublishAccount publishAccount;
    private final RemoveDevice removeDevice;
    private final EndSession endSession;

    AnnounceSession(
            OpenSession openSession, PublishAccount publishAccount, RemoveDevice removeDevice, EndSession endSession) {
        this.openSession = openSession;
        this.publishAccount = publishAccount;
        this.removeDevice = removeDevice;
        this.endSession = endSession;
    }

    Outcome<SessionTokens> open(UserId user, DeviceRequest device) {
        return openSession.open(user, device).fold(this::announce, Outcome::refused);
    }

    private Outcome<SessionTokens> announce(Opened opened) {
        try {
            publishAccount.publish(opened.session().user());
            return Outcome.done(opened.tokens());
        } catch (Unavailable e) {
            takeBack(opened);
            throw e;
        }
    }

    private void takeBack(Opened opened) {
        if (opened.deviceAdded()) {
            removeDevice.remove(opened.session().user(), opened.session().device());
        } else {
            endSession.end(opened.session(), SecurityEvent.SIGNED_OUT);
        }
    }
}
