package chat.natter.media.storage;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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

/** Makes the client that talks to S3 and the presigner that never talks to anybody. */
final class ConnectToS3 {
    private final S3Config config;

    ConnectToS3(S3Config config) {
        this.config = config;
    }

    @Produces
    @Singleton
    S3Client client() {
        return client(config.attemptTimeout(), config.timeout());
    }

    @Produces
    @Singleton
    PatientS3 patientClient() {
        return new PatientS3(client(config.joinTimeout(), config.joinTimeout()));
    }

    private S3Client client(Duration attemptTimeout, Duration timeout) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials())
                .forcePathStyle(config.pathStyle())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(attemptTimeout))
                .overrideConfiguration(override ->
                        override.apiCallAttemptTimeout(attemptTimeout).apiCallTimeout(timeout));
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @Produces
    @Singleton
    S3Presigner presigner() {
        return presigner(config.publicEndpoint().or(config::endpoint));
    }

    @Produces
    @Singleton
    OwnPresigner ownPresigner() {
        return new OwnPresigner(presigner(config.endpoint()));
    }

    private S3Presigner presigner(Optional<URI> endpoint) {
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(config.pathStyle())
                        .build());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    void close(@Disposes S3Client client) {
        client.close();
    }

    void close(@Disposes OwnPresigner own) {
        own.presigner().close();
    }

    void close(@Disposes PatientS3 patient) {
        patient.client().close();
    }

    void close(@Disposes S3Presigner presigner) {
        presigner.close();
    }

    private AwsCredentialsProvider credentials() {
        if (config.accessKey().isPresent() && config.secretKey().isPresent()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    config.accessKey().get(), config.secretKey().get()));
        }
        return DefaultCredentialsProvider.builder().build();
    }
}
