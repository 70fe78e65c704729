package chat.natter.media.storage;

import jakarta.inject.Singleton;

/** Where our keys lie in S3: one bucket, and a prefix in it if several tenants share the bucket. */
@Singleton
final class ObjectNames {
    private final String bucket;
    private final String prefix;

    ObjectNames(S3Config config) {
        this.bucket = config.bucket();
        this.prefix = config.prefix().orElse("");
        if (!prefix.isEmpty() && !prefix.matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)*/")) {
            throw new IllegalArgumentException("natter.media.s3.prefix must look like tenants/acme/");
        }
    }

    String bucket() {
        return bucket;
    }

    String prefix() {
        return prefix;
    }

    String inBucket(ObjectKey key) {
        return prefix + key.value();
    }

    ObjectKey key(String inBucket) {
        return new ObjectKey(inBucket.substring(prefix.length()));
    }
}
