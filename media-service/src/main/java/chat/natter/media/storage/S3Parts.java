package chat.natter.media.storage;

import chat.natter.media.item.Sha256;
import chat.natter.storage.Encryption;
import chat.natter.storage.OpenUploads;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3's multipart uploads, with the SHA-256 of each part verified by S3. */
@Singleton
final class S3Parts implements PartStore {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final S3Client patient;
    private final ObjectNames names;
    private final Encryption encryption;

    S3Parts(S3Client s3, PatientS3 patient, ObjectNames names, Encryption encryption) {
        this.s3 = s3;
        this.patient = patient.client();
        this.names = names;
        this.encryption = encryption;
    }

    @Override
    public String begin(ObjectKey key, String contentType) {
        return asking(() -> s3.createMultipartUpload(request -> encryption
                        .of(request)
                        .bucket(names.bucket())
                        .key(names.inBucket(key))
                        .contentType(contentType)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                .uploadId());
    }

    @Override
    public List<Part> parts(ObjectKey key, String uploadId) {
        return asking(() -> {
            try {
                List<Part> parts = new ArrayList<>();
                for (ListPartsResponse page : s3.listPartsPaginator(request ->
                        request.bucket(names.bucket()).key(names.inBucket(key)).uploadId(uploadId))) {
                    page.parts().forEach(part -> parts.add(part(part)));
                }
                return parts;
            } catch (S3Exception e) {
                if (isGone(e)) {
                    return List.of();
                }
                throw e;
            }
        });
    }

    private static Part part(software.amazon.awssdk.services.s3.model.Part part) {
        String checksum = part.checksumSHA256();
        return new Part(
                part.partNumber(), part.size(), part.eTag(), checksum == null ? null : Sha256.ofBase64(checksum));
    }

    @Override
    public boolean join(ObjectKey key, String uploadId, List<Part> parts) {
        List<CompletedPart> completed = parts.stream().map(S3Parts::completed).toList();
        return asking(() -> {
            try {
                patient.completeMultipartUpload(request -> request.bucket(names.bucket())
                        .key(names.inBucket(key))
                        .uploadId(uploadId)
                        .multipartUpload(upload -> upload.parts(completed)));
                return true;
            } catch (S3Exception e) {
                if (isGone(e) || e.statusCode() == BAD_REQUEST) {
                    return false;
                }
                throw e;
            }
        });
    }

    private static CompletedPart completed(Part part) {
        CompletedPart.Builder completed =
                CompletedPart.builder().partNumber(part.number()).eTag(part.version());
        Sha256 sha256 = part.sha256();
        if (sha256 != null) {
            completed.checksumSHA256(sha256.base64());
        }
        return completed.build();
    }

    @Override
    public void abandon(ObjectKey key, String uploadId) {
        asking(() -> {
            try {
                return s3.abortMultipartUpload(request ->
                        request.bucket(names.bucket()).key(names.inBucket(key)).uploadId(uploadId));
            } catch (S3Exception e) {
                if (isGone(e)) {
                    return null;
                }
                throw e;
            }
        });
    }

    @Override
    public List<OpenUpload> open() {
        return asking(() -> OpenUploads.of(s3, names.all()).stream()
                .map(upload -> new OpenUpload(names.key(upload.key()), upload.uploadId(), upload.initiated()))
                .toList());
    }

    private static boolean isGone(S3Exception e) {
        return e instanceof NoSuchUploadException || e.statusCode() == NOT_FOUND;
    }

    private static <T> T asking(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new StorageUnavailable(e);
        }
    }
}
