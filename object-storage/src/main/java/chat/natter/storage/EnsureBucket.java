package chat.natter.storage;

import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Makes sure that a bucket is there, as often as it is asked: a late S3 is no failed start. */
public final class EnsureBucket {
    private static final Logger LOG = Logger.getLogger(EnsureBucket.class);

    private final S3Client s3;
    private final String bucket;

    public EnsureBucket(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** Whether it is there, perhaps made just now; false if S3 does not answer or refuses us. */
    public boolean exists() {
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
