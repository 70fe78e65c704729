package chat.natter.media;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The S3 server of the local stack, and a bucket of one's own in it. */
public record S3Server(URI endpoint, String accessKey, String secretKey, String bucket) {
    public static S3Server withOwnBucket() {
        return new S3Server(
                URI.create(System.getProperty("natter.it.s3", "http://127.0.0.1:19000")),
                "devkey",
                "devsecret",
                "media-it-" + UUID.randomUUID());
    }

    Map<String, String> config() {
        return Map.of(
                "natter.media.s3.endpoint", endpoint.toString(),
                "natter.media.s3.access-key", accessKey,
                "natter.media.s3.secret-key", secretKey,
                "natter.media.s3.bucket", bucket);
    }
}
