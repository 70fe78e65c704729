package chat.natter.storage;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the objects are. Works alike on AWS S3, MinIO and S3Proxy. Each service extends it under a prefix of its own.
 */
public interface S3Settings {
    /** The S3 server; absent for AWS itself. */
    Optional<URI> endpoint();

    /** The S3 server as clients reach it, if that is another address: presigned URLs lead there. */
    Optional<URI> publicEndpoint();

    /** The region that requests are signed for. */
    @WithDefault("us-east-1")
    String region();

    /** Absent: the SDK's own chain (environment, container, instance). */
    Optional<String> accessKey();

    /** The secret of {@link #accessKey()}. */
    Optional<String> secretKey();

    /** What every key begins with, such as {@code tenants/acme/}: several tenants in one bucket. */
    Optional<String> prefix();

    /** Encryption at rest: {@code none} (the bucket's own default), {@code s3} (SSE-S3) or {@code kms} (SSE-KMS). */
    @WithDefault("none")
    EncryptionAtRest encryption();

    /** The key of SSE-KMS; absent: the account's own. */
    Optional<String> kmsKey();

    /** The bucket in the path and not in the host name, as self-hosted servers want it. */
    @WithDefault("true")
    boolean pathStyle();

    /** How long one attempt of a request may take. */
    @WithDefault("10s")
    Duration attemptTimeout();

    /** How long a request may take with its repeats. */
    @WithDefault("20s")
    Duration timeout();

    /** See {@link #encryption()}. */
    enum EncryptionAtRest {
        NONE,
        S3,
        KMS
    }
}
