package chat.natter.history.objects;

import chat.natter.storage.BucketNames;
import chat.natter.storage.ConnectToS3;
import chat.natter.storage.Encryption;
import chat.natter.storage.EnsureBucket;
import chat.natter.storage.OpenUploads;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Packages in one bucket of S3. */
@Singleton
final class S3Packages implements PackageStore {
    /** Less than S3 takes as a part that is not the last. */
    private static final int LEAST_PART = 5 * 1024 * 1024;

    private final S3Client s3;
    private final S3Presigner presigner;
    private final BucketNames names;
    private final Encryption encryption;
    private final EnsureBucket ensureBucket;
    private final int partBytes;

    S3Packages(S3Config config) {
        if (config.partBytes() < LEAST_PART) {
            throw new IllegalArgumentException("natter.history.s3.part-bytes must be " + LEAST_PART + " or more");
        }
        ConnectToS3 connect = new ConnectToS3(config);
        this.s3 = connect.client();
        this.presigner = connect.presigner();
        this.names = BucketNames.of(config.bucket(), config);
        this.encryption = new Encryption(config);
        this.ensureBucket = new EnsureBucket(s3, config.bucket());
        this.partBytes = config.partBytes();
    }

    @Override
    public Upload begin(String key, String contentType) {
        // Only here: reading and archiving do without S3.
        ensureBucket.exists();
        String inBucket = names.inBucket(key);
        String uploadId = Asking.s3(() -> s3.createMultipartUpload(request -> encryption
                        .of(request)
                        .bucket(names.bucket())
                        .key(inBucket)
                        .contentType(contentType))
                .uploadId());
        return new PartByPart(s3, names.bucket(), inBucket, uploadId, partBytes);
    }

    @Override
    public void deleteAll(String prefix) {
        String inBucket = names.inBucket(prefix);
        abandon(upload -> upload.key().startsWith(inBucket));
        list(inBucket)
                .forEach(object -> Asking.s3ToRemove(() -> s3.deleteObject(
                        request -> request.bucket(names.bucket()).key(object.key()))));
    }

    @Override
    public Stream<Stored> all() {
        return list(names.prefix()).map(object -> new Stored(names.key(object.key()), object.lastModified()));
    }

    private Stream<S3Object> list(String prefix) {
        return Stream.iterate(page(prefix, null), Objects::nonNull, page -> next(prefix, page))
                .flatMap(page -> page.contents().stream());
    }

    private @Nullable ListObjectsV2Response next(String prefix, ListObjectsV2Response page) {
        return Boolean.TRUE.equals(page.isTruncated()) && !page.contents().isEmpty()
                ? page(prefix, page.contents().get(page.contents().size() - 1).key())
                : null;
    }

    private ListObjectsV2Response page(String prefix, @Nullable String after) {
        return Asking.s3(() -> s3.listObjectsV2(
                request -> request.bucket(names.bucket()).prefix(prefix).startAfter(after)));
    }

    @Override
    public void abandonUploadsBefore(Instant begun) {
        abandon(upload -> upload.initiated() != null && upload.initiated().isBefore(begun));
    }

    private void abandon(Predicate<MultipartUpload> which) {
        Asking.s3(() -> OpenUploads.of(s3, names)).stream()
                .filter(which)
                .forEach(upload -> Asking.s3ToRemove(() -> s3.abortMultipartUpload(request ->
                        request.bucket(names.bucket()).key(upload.key()).uploadId(upload.uploadId()))));
    }

    @Override
    public URI link(String key, String fileName, Duration lifetime) {
        return URI.create(presigner
                .presignGetObject(presign -> presign.signatureDuration(lifetime)
                        .getObjectRequest(request -> request.bucket(names.bucket())
                                .key(names.inBucket(key))
                                .responseContentDisposition("attachment; filename=\"" + fileName + "\"")))
                .url()
                .toString());
    }

    @PreDestroy
    void close() {
        presigner.close();
        s3.close();
    }
}
