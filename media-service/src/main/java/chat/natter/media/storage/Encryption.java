package chat.natter.media.storage;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** How S3 encrypts at rest what we write, and what clients write by addresses that we sign. */
@Singleton
final class Encryption {
    private final @Nullable ServerSideEncryption kind;
    private final @Nullable String kmsKey;

    Encryption(S3Config config) {
        this.kind = switch (config.encryption()) {
            case NONE -> null;
            case S3 -> ServerSideEncryption.AES256;
            case KMS -> ServerSideEncryption.AWS_KMS;
        };
        this.kmsKey = config.kmsKey().orElse(null);
        if (kmsKey != null && kind != ServerSideEncryption.AWS_KMS) {
            throw new IllegalArgumentException("natter.media.s3.kms-key needs natter.media.s3.encryption=kms");
        }
    }

    PutObjectRequest.Builder of(PutObjectRequest.Builder request) {
        return request.serverSideEncryption(kind).ssekmsKeyId(kmsKey);
    }

    CopyObjectRequest.Builder of(CopyObjectRequest.Builder request) {
        return request.serverSideEncryption(kind).ssekmsKeyId(kmsKey);
    }

    CreateMultipartUploadRequest.Builder of(CreateMultipartUploadRequest.Builder request) {
        return request.serverSideEncryption(kind).ssekmsKeyId(kmsKey);
    }
}
