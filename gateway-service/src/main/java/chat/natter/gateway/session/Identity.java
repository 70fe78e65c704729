package chat.natter.gateway.session;

import chat.natter.contract.DeviceId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;

/**
 * Who is at the other end.
 *
 * @param signIn the device session that the credential speaks of: when it ends, so does what it was given
 */
public record Identity(UserId user, DeviceId device, SessionId signIn) {}
