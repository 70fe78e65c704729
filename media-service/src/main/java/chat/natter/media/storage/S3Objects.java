package chat.natter.media.storage;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects in one bucket of S3. */
@Singleton
final class S3Objects implements ObjectStore {
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String bucket;

    S3Objects(S3Client s3, S3Config config) {
        this.s3 = s3;
        this.bucket = config.bucket();
    }

    @Override
    public void put(ObjectKey key, String contentType, byte[] bytes) {
        asking(() -> s3.putObject(
                request -> request.bucket(bucket).key(key.value()).contentType(contentType),
                RequestBody.fromBytes(bytes)));
    }

    @Override
    public <T> Optional<T> read(ObjectKey key, Reader<T> reader) {
        return asking(() -> {
            // The time-outs of a call end with its headers: a long read is bounded by the socket's silence only.
            try (ResponseInputStream<GetObjectResponse> bytes =
                    s3.getObject(request -> request.bucket(bucket).key(key.value()))) {
                GetObjectResponse response = bytes.response();
                return Optional.of(reader.read(new OpenObject(response.contentLength(), response.eTag(), bytes)));
            } catch (S3Exception e) {
                return unless(e, NOT_FOUND, Optional.empty());
            } catch (IOException e) {
                throw new StorageUnavailable(e);
            }
        });
    }

    @Override
    public boolean copy(ObjectKey source, String version, ObjectKey target, String contentType) {
        return asking(() -> {
            try {
                s3.copyObject(request -> request.sourceBucket(bucket)
                        .sourceKey(source.value())
                        .copySourceIfMatch(version)
                        .destinationBucket(bucket)
                        .destinationKey(target.value())
                        .metadataDirective(MetadataDirective.REPLACE)
                        .contentType(contentType));
                return true;
            } catch (S3Exception e) {
                return e.statusCode() == NOT_FOUND ? false : unless(e, PRECONDITION_FAILED, false);
            }
        });
    }

    @Override
    public void delete(ObjectKey key) {
        asking(() -> s3.deleteObject(request -> request.bucket(bucket).key(key.value())));
    }

    private static <T> T unless(S3Exception e, int status, T value) {
        if (e.statusCode() == status) {
            return value;
        }
        throw e;
    }

    private static <T> T asking(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new StorageUnavailable(e);
        }
    }
}
