package chat.natter.presence.sessions;

import chat.natter.contract.DeviceId;
import chat.natter.contract.SessionId;
import chat.natter.presence.gateways.Incarnation;

/**
 * A socket that is open, as far as we were told.
 *
 * @param active whether somebody looks at the app; until it says otherwise, somebody does
 */
public record OpenSession(SessionId session, DeviceId device, Incarnation on, boolean active) {
    public OpenSession(SessionId session, DeviceId device, Incarnation on) {
        this(session, device, on, true);
    }

    OpenSession as(boolean nowActive) {
        return new OpenSession(session, device, on, nowActive);
    }
}
