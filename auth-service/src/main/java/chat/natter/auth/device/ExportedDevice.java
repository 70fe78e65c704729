package chat.natter.auth.device;

import java.time.Instant;

/** A device as its owner may take it along. */
public record ExportedDevice(String deviceId, String name, String platform, Instant addedAt, boolean signedIn) {}
