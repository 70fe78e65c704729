package chat.natter.auth.token;

import chat.natter.auth.id.DeviceSessionId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;

/** What an access token says: {@code sub}, {@code did} and {@code sid}. */
public record AccessToken(UserId user, DeviceId device, DeviceSessionId session) {
    static final String ISSUER = "natter";
    static final String AUDIENCE = "natter";
    static final String DEVICE_CLAIM = "did";
    static final String SESSION_CLAIM = "sid";
}
