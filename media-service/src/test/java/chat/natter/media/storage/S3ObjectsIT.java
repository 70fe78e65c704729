package chat.natter.media.storage;

import chat.natter.media.S3Server;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.s3.S3Client;

class S3ObjectsIT implements ObjectStoreContract {
    private static final S3Server SERVER = S3Server.withOwnBucket();
    private static final S3Config CONFIG = new SomeS3Config(
            SERVER.endpoint(), Optional.empty(), SERVER.bucket(), SERVER.accessKey(), SERVER.secretKey());
    private static final S3Client CLIENT = new ConnectToS3(CONFIG).client();

    @BeforeAll
    static void createBucket() {
        CLIENT.createBucket(request -> request.bucket(SERVER.bucket()));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    public ObjectStore store() {
        return new S3Objects(CLIENT, CONFIG);
    }
}
