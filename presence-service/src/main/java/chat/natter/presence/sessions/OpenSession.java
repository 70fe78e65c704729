package chat.natter.presence.sessions;

import chat.natter.contract.DeviceId;
import chat.natter.contract.SessionId;
import chat.natter.presence.gateways.Incarnation;

/** A socket that is open, as far as we were told. */
public record OpenSession(SessionId session, DeviceId device, Incarnation on) {}
