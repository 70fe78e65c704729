package chat.natter.media.storage;

import chat.natter.storage.Encryption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class S3ObjectsIT implements ObjectStoreContract {
    private static final OwnBucket BUCKET = new OwnBucket();

    @BeforeAll
    static void createBucket() {
        BUCKET.client().createBucket(request -> request.bucket(BUCKET.server().bucket()));
    }

    @AfterAll
    static void clear() {
        BUCKET.close();
    }

    @Override
    public ObjectStore store() {
        return new S3Objects(BUCKET.client(), new ObjectNames(BUCKET.config()), new Encryption(BUCKET.config()));
    }
}
