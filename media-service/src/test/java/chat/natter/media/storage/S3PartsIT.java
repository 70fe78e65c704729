package chat.natter.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.media.item.MediaItem;
import chat.natter.media.item.SomeItems;
import chat.natter.storage.ConnectToS3;
import chat.natter.storage.Encryption;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3PartsIT implements PartStoreContract {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final OwnBucket BUCKET = new OwnBucket();
    private static final ObjectNames NAMES = new ObjectNames(BUCKET.config());
    private static final Encryption ENCRYPTION = new Encryption(BUCKET.config());
    private static final S3Presigner PRESIGNER = new ConnectToS3(BUCKET.config()).presigner();
    private static final SignUrls SIGN_URLS = new SignUrls(PRESIGNER, new OwnPresigner(PRESIGNER), NAMES, ENCRYPTION);

    @BeforeAll
    static void createBucket() {
        BUCKET.client().createBucket(request -> request.bucket(BUCKET.server().bucket()));
    }

    @AfterAll
    static void clear() {
        PRESIGNER.close();
        BUCKET.close();
    }

    @Override
    public PartStore parts() {
        return new S3Parts(BUCKET.client(), new PatientS3(BUCKET.client()), NAMES, ENCRYPTION);
    }

    @Override
    public ObjectStore objects() {
        return new S3Objects(BUCKET.client(), NAMES, ENCRYPTION);
    }

    @Override
    public void put(ObjectKey key, String uploadId, int number, byte[] bytes) {
        BUCKET.client()
                .uploadPart(
                        request -> request.bucket(BUCKET.server().bucket())
                                .key(NAMES.inBucket(key))
                                .uploadId(uploadId)
                                .partNumber(number)
                                .checksumSHA256(SomeItems.sha256(bytes).base64()),
                        RequestBody.fromBytes(bytes));
    }

    @Test
    void aPartOfOtherBytesThanSignedIsRefusedByTheStoreItself() throws Exception {
        // Given
        byte[] right = SomeItems.mp4(5_000);
        byte[] wrong = SomeItems.png(5_000);
        MediaItem item = SomeItems.of(SomeItems.user(), right, "video/mp4", null);
        ObjectKey key = ObjectKey.object(item.id());
        Slot slot = new Slot(item, parts().begin(key, "video/mp4"));
        SignedUrl address = SIGN_URLS.putPart(slot, 1, right.length, item.file().sha256(), Duration.ofMinutes(1));

        // Then
        assertThat(upload(address, wrong)).isEqualTo(400);
        assertThat(parts().parts(key, String.valueOf(slot.uploadId()))).isEmpty();
        assertThat(upload(address, right)).isEqualTo(200);
        parts().abandon(key, String.valueOf(slot.uploadId()));
    }

    private static int upload(SignedUrl address, byte[] bytes) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.url()).PUT(BodyPublishers.ofByteArray(bytes));
        address.headers().forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
