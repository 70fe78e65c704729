package chat.natter.storage;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** How S3 encrypts at rest what we write, and what clients write by addresses that we sign. */
public final class Encryption {
    private final @Nullable ServerSideEncryption kind;
    private final @Nullable String kmsKey;

    public Encryption(S3Settings settings) {
        this.kind = switch (settings.encryption()) {
            case NONE -> null;
            case S3 -> ServerSideEncryption.AES256;
            case KMS -> ServerSideEncryption.AWS_KMS;
        };
        this.kmsKey = settings.kmsKey().orElse(null);
        if (kmsKey != null && kind != ServerSideEncryption.AWS_KMS) {
            throw new IllegalArgumentException("s3.kms-key needs s3.encryption=kms");
        }
    }

    public PutObjectRequest.Builder of(PutObjectRequest.Builder request) {
        return request.serverSideEncryption(kind).ssekmsKeyId(kmsKey);
    }

    public CopyObjectRequest.Builder of(CopyObjectRequest.Builder request) {
        return request.serverSideEncryption(kind).ssekmsKeyId(kmsKey);
    }

    public CreateMultipartUploadRequest.Builder of(CreateMultipartUploadRequest.Builder request) {
        return request.serverSideEncryption(kind).ssekmsKeyId(kmsKey);
    }
}
