package chat.natter.auth.device;

import chat.natter.contract.DeviceId;
import java.time.Instant;

/**
 * A device of an account. Name and platform are what it calls itself.
 *
 * @param signedIn whether its session stands
 */
record Device(DeviceId id, String name, String platform, Instant addedAt, boolean signedIn) {}
