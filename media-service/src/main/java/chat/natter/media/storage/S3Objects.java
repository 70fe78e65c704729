package chat.natter.media.storage;

import chat.natter.storage.Encryption;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects in one bucket of S3. */
@Singleton
final class S3Objects implements ObjectStore {
    /**
     * S3Proxy on a file system lists an object that it is writing under its key and a UUID; none of our keys end so.
     */
    private static final Pattern UNDER_WAY = Pattern.compile("-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final ObjectNames names;
    private final Encryption encryption;

    S3Objects(S3Client s3, ObjectNames names, Encryption encryption) {
        this.s3 = s3;
        this.names = names;
        this.encryption = encryption;
    }

    @Override
    public void put(ObjectKey key, String contentType, byte[] bytes) {
        put(key, contentType, RequestBody.fromBytes(bytes));
    }

    @Override
    public void put(ObjectKey key, String contentType, Path file) {
        put(key, contentType, RequestBody.fromFile(file));
    }

    private void put(ObjectKey key, String contentType, RequestBody body) {
        asking(() -> s3.putObject(
                request -> encryption
                        .of(request)
                        .bucket(names.bucket())
                        .key(names.inBucket(key))
                        .contentType(contentType),
                body));
    }

    @Override
    public <T> Optional<T> read(ObjectKey key, Reader<T> reader) {
        return asking(() -> {
            // The time-outs of a call end with its headers: a long read is bounded by the socket's silence only.
            try (ResponseInputStream<GetObjectResponse> bytes =
                    s3.getObject(request -> request.bucket(names.bucket()).key(names.inBucket(key)))) {
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
    public Optional<byte[]> start(ObjectKey key, int length) {
        return asking(() -> {
            try {
                return Optional.of(s3.getObjectAsBytes(request -> request.bucket(names.bucket())
                                .key(names.inBucket(key))
                                .range("bytes=0-" + (length - 1)))
                        .asByteArray());
            } catch (S3Exception e) {
                return unless(e, NOT_FOUND, Optional.empty());
            }
        });
    }

    @Override
    public Optional<Stat> stat(ObjectKey key) {
        return asking(() -> {
            try {
                HeadObjectResponse head = s3.headObject(request ->
                        request.bucket(names.bucket()).key(names.inBucket(key)).checksumMode(ChecksumMode.ENABLED));
                return Optional.of(new Stat(
                        head.contentLength(),
                        head.eTag(),
                        Optional.ofNullable(head.checksumSHA256())
                                .flatMap(Attested::parse)
                                .orElse(null)));
            } catch (S3Exception e) {
                return unless(e, NOT_FOUND, Optional.empty());
            }
        });
    }

    @Override
    public Page list(String prefix, @Nullable ObjectKey after) {
        ListObjectsV2Response answer = asking(() -> s3.listObjectsV2(request -> request.bucket(names.bucket())
                .prefix(names.prefix() + prefix)
                .startAfter(after == null ? null : names.inBucket(after))));
        List<ObjectKey> keys = answer.contents().stream()
                .map(object -> names.key(object.key()))
                .toList();
        return new Page(
                keys.stream().filter(S3Objects::isWhole).toList(),
                Boolean.TRUE.equals(answer.isTruncated()) && !keys.isEmpty() ? keys.get(keys.size() - 1) : null);
    }

    private static boolean isWhole(ObjectKey key) {
        return !UNDER_WAY.matcher(key.value()).find();
    }

    @Override
    public boolean copy(ObjectKey source, String version, ObjectKey target, String contentType) {
        return asking(() -> {
            try {
                s3.copyObject(request -> encryption
                        .of(request)
                        .sourceBucket(names.bucket())
                        .sourceKey(names.inBucket(source))
                        .copySourceIfMatch(version)
                        .destinationBucket(names.bucket())
                        .destinationKey(names.inBucket(target))
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
        asking(() -> s3.deleteObject(request -> request.bucket(names.bucket()).key(names.inBucket(key))));
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
