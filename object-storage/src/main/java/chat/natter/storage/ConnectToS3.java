package chat.natter.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes clients that talk to S3, and presigners that never talk to anybody. Whoever asked for one closes it. */
public final class ConnectToS3 {
    private final S3Settings settings;

    public ConnectToS3(S3Settings settings) {
        this.settings = settings;
    }

    public S3Client client() {
        return client(settings.attemptTimeout(), settings.timeout());
    }

    /** A client for what S3 may think about for so long, such as joining the parts of a large file. */
    public S3Client patientClient(Duration timeout) {
        return client(timeout, timeout);
    }

    private S3Client client(Duration attemptTimeout, Duration timeout) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials())
                .forcePathStyle(settings.pathStyle())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(attemptTimeout))
                .overrideConfiguration(override ->
                        override.apiCallAttemptTimeout(attemptTimeout).apiCallTimeout(timeout));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** Signs addresses as clients reach S3. */
    public S3Presigner presigner() {
        return presigner(settings.publicEndpoint().or(settings::endpoint));
    }

    /** Signs addresses as this service itself reaches S3. */
    public S3Presigner ownPresigner() {
        return presigner(settings.endpoint());
    }

    private S3Presigner presigner(Optional<URI> endpoint) {
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.pathStyle())
                        .build());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private AwsCredentialsProvider credentials() {
        if (settings.accessKey().isPresent() && settings.secretKey().isPresent()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    settings.accessKey().get(), settings.secretKey().get()));
        }
        return DefaultCredentialsProvider.builder().build();
    }
}
