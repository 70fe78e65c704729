package chat.natter.media;

import chat.natter.stack.LocalStack;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The S3 server of the local stack, and a bucket of one's own in it. */
public record S3Server(URI endpoint, String accessKey, String secretKey, String bucket) {
    public static S3Server withOwnBucket() {
        LocalStack stack = LocalStack.current();
        return new S3Server(
                stack.s3Endpoint(), stack.s3AccessKey(), stack.s3SecretKey(), "media-it-" + UUID.randomUUID());
    }

    Map<String, String> config() {
        return Map.of(
                "natter.media.s3.endpoint", endpoint.toString(),
                "natter.media.s3.access-key", accessKey,
                "natter.media.s3.secret-key", secretKey,
                "natter.media.s3.bucket", bucket);
    }
}
