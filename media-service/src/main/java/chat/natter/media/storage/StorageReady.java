package chat.natter.media.storage;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that S3 answers for our bucket right now. */
@Readiness
final class StorageReady implements HealthCheck {
    private final OwnBucketIsThere bucket;

    StorageReady(OwnBucketIsThere bucket) {
        this.bucket = bucket;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("s3").status(bucket.exists()).build();
    }
}
