package chat.natter.client.rest;

import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;

/**
 * A signed-in device.
 *
 * @param expiresIn life time of the access token in seconds, from the moment of the answer
 */
public record Session(UserId userId, DeviceId deviceId, String accessToken, String refreshToken, long expiresIn) {
    /** Without the tokens: they must not get into logs. */
    @Override
    public String toString() {
        return "Session[user " + userId + ", device " + deviceId + "]";
    }
}
