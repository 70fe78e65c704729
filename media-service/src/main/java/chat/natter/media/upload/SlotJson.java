package chat.natter.media.upload;

import chat.natter.contract.MediaId;
import chat.natter.media.storage.SignedUrl;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Where and how to upload. The {@code headers} must be sent exactly so: they are part of the signature. */
record SlotJson(String mediaId, Upload upload) {
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    record Upload(String method, String url, Map<String, String> headers, String expiresAt) {
        Upload {
            headers = Map.copyOf(headers);
        }
    }

    static SlotJson of(MediaId id, SignedUrl put) {
        return new SlotJson(
                id.value(), new Upload("PUT", put.url().toString(), put.headers(), RFC_3339.format(put.expiresAt())));
    }
}
