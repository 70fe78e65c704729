package chat.natter.media.storage;

import chat.natter.storage.ConnectToS3;
import chat.natter.storage.Encryption;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What this service needs to talk to S3, each made once. */
final class ProduceS3 {
    private final S3Config config;
    private final ConnectToS3 connect;

    ProduceS3(S3Config config) {
        this.config = config;
        this.connect = new ConnectToS3(config);
    }

    @Produces
    @Singleton
    S3Client client() {
        return connect.client();
    }

    @Produces
    @Singleton
    PatientS3 patientClient() {
        return new PatientS3(connect.patientClient(config.joinTimeout()));
    }

    @Produces
    @Singleton
    S3Presigner presigner() {
        return connect.presigner();
    }

    @Produces
    @Singleton
    OwnPresigner ownPresigner() {
        return new OwnPresigner(connect.ownPresigner());
    }

    @Produces
    @Singleton
    Encryption encryption() {
        return new Encryption(config);
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
}
