package chat.natter.media.storage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Makes sure that the bucket is there. Asked at start and by each readiness probe, so a late S3 is no failed start. */
@Singleton
final class EnsureBucket {
    private static final Logger LOG = Logger.getLogger(EnsureBucket.class);

    private final S3Client s3;
    private final String bucket;

    EnsureBucket(S3Client s3, S3Config config) {
        this.s3 = s3;
        this.bucket = config.bucket();
    }

    void atStart(@Observes StartupEvent event) {
        if (!exists()) {
            LOG.warnf("not ready: S3 does not answer for bucket=%s", bucket);
        }
    }

    boolean exists() {
        try {
            s3.headBucket(request -> request.bucket(bucket));
            return true;
        } catch (NoSuchBucketException e) {
            return create();
        } catch (SdkException e) {
            return false;
        }
    }

    private boolean create() {
        try {
            s3.createBucket(request -> request.bucket(bucket));
            LOG.infof("created bucket=%s", bucket);
            return true;
        } catch (BucketAlreadyExistsException | BucketAlreadyOwnedByYouException e) {
            // Another instance was faster.
            return true;
        } catch (SdkException e) {
            LOG.errorf("bucket=%s is absent and cannot be created: %s", bucket, e.getMessage());
            return false;
        }
    }
}
