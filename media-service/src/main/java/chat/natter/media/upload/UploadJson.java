package chat.natter.media.upload;

import chat.natter.media.storage.SignedUrl;
import java.util.Map;

/** One PUT to be made. The {@code headers} must be sent exactly so: they are part of the signature. */
record UploadJson(String method, String url, Map<String, String> headers, String expiresAt) {
    UploadJson {
        headers = Map.copyOf(headers);
    }

    static UploadJson of(SignedUrl put) {
        return new UploadJson("PUT", put.url().toString(), put.headers(), Rfc3339.of(put.expiresAt()));
    }
}
