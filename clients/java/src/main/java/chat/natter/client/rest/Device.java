package chat.natter.client.rest;

import chat.natter.contract.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * What signs in.
 *
 * @param id of a device that has signed in before and is to be the same again; null for a new one
 * @param name as its owner will read it in the list of devices
 * @param platform for example {@code terminal}, {@code bot}
 */
public record Device(@Nullable DeviceId id, String name, String platform) {
    public static Device named(String name, String platform) {
        return new Device(null, name, platform);
    }
}
