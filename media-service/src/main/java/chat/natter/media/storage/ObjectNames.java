package chat.natter.media.storage;

import chat.natter.storage.BucketNames;
import jakarta.inject.Singleton;

/** Where our keys lie in S3. */
@Singleton
final class ObjectNames {
    private final BucketNames names;

    ObjectNames(S3Config config) {
        this.names = BucketNames.of(config.bucket(), config);
    }

    BucketNames all() {
        return names;
    }

    String bucket() {
        return names.bucket();
    }

    String prefix() {
        return names.prefix();
    }

    String inBucket(ObjectKey key) {
        return names.inBucket(key.value());
    }

    ObjectKey key(String inBucket) {
        return new ObjectKey(names.key(inBucket));
    }
}
