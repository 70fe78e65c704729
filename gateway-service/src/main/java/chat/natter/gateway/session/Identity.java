package chat.natter.gateway.session;

import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;

/** Who is at the other end. */
public record Identity(UserId user, DeviceId device) {}
