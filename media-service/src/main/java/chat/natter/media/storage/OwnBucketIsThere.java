package chat.natter.media.storage;

import chat.natter.storage.EnsureBucket;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes sure that the bucket is there. Asked at start and by each readiness probe, so a late S3 is no failed start. */
@Singleton
final class OwnBucketIsThere {
    private static final Logger LOG = Logger.getLogger(OwnBucketIsThere.class);

    private final EnsureBucket ensureBucket;
    private final String bucket;

    OwnBucketIsThere(S3Client s3, S3Config config) {
        this.bucket = config.bucket();
        this.ensureBucket = new EnsureBucket(s3, bucket);
    }

    void atStart(@Observes StartupEvent event) {
        if (!exists()) {
            LOG.warnf("not ready: S3 does not answer for bucket=%s", bucket);
        }
    }

    boolean exists() {
        return ensureBucket.exists();
    }
}
