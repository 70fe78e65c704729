package chat.natter.media.storage;

import chat.natter.media.S3Server;
import chat.natter.storage.ConnectToS3;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket on the real server that a test clears away at its end. */
public final class OwnBucket implements AutoCloseable {
    private final S3Server server = S3Server.withOwnBucket();
    private final S3Config config = new SomeS3Config(
            server.endpoint(), Optional.empty(), server.bucket(), server.accessKey(), server.secretKey());
    private final S3Client client = new ConnectToS3(config).client();

    public S3Server server() {
        return server;
    }

    S3Config config() {
        return config;
    }

    S3Client client() {
        return client;
    }

    @Override
    public void close() {
        client.listMultipartUploads(request -> request.bucket(server.bucket()))
                .uploads()
                .forEach(upload -> client.abortMultipartUpload(request ->
                        request.bucket(server.bucket()).key(upload.key()).uploadId(upload.uploadId())));
        client.listObjectsV2Paginator(request -> request.bucket(server.bucket())).contents().stream()
                .forEach(object -> client.deleteObject(
                        request -> request.bucket(server.bucket()).key(object.key())));
        client.deleteBucket(request -> request.bucket(server.bucket()));
        client.close();
    }
}
