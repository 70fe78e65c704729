package chat.natter.storage;

/**
 * Where a service's keys lie in S3: one bucket, and a prefix in it if several tenants share the bucket.
 *
 * @param prefix empty for none
 */
public record BucketNames(String bucket, String prefix) {
    public BucketNames {
        if (!prefix.isEmpty() && !prefix.matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)*/")) {
            throw new IllegalArgumentException("s3.prefix must look like tenants/acme/");
        }
    }

    public static BucketNames of(String bucket, S3Settings settings) {
        return new BucketNames(bucket, settings.prefix().orElse(""));
    }

    /** The whole key in S3. */
    public String inBucket(String key) {
        return prefix + key;
    }

    /** The service's own key again. */
    public String key(String inBucket) {
        return inBucket.substring(prefix.length());
    }
}
