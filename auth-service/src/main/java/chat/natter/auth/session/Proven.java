package chat.natter.auth.session;

import chat.natter.auth.device.DeviceRequest;
import chat.natter.contract.UserId;

/**
 * A user who is proven, and the device that is to have a session.
 *
 * @param giveBack what was used up for the proof is good again, because no session came of it
 */
record Proven(UserId user, DeviceRequest device, Runnable giveBack) {
    static Proven of(UserId user, DeviceRequest device) {
        return new Proven(user, device, () -> {});
    }
}
