package chat.natter.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.media.item.MediaItem;
import chat.natter.media.item.SomeItems;
import chat.natter.storage.ConnectToS3;
import chat.natter.storage.Encryption;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class SignUrlsTest {
    private final S3Config config = new SomeS3Config(
            URI.create("http://s3.internal:9000"),
            Optional.of(URI.create("https://files.example.org")),
            "bucket",
            "key",
            "secret");
    private final S3Presigner presigner = new ConnectToS3(config).presigner();
    private final SignUrls signUrls =
            new SignUrls(presigner, new OwnPresigner(presigner), new ObjectNames(config), new Encryption(config));
    private final MediaItem item = SomeItems.of(SomeItems.user(), SomeItems.BYTES, "text/html", "a.html");

    @AfterEach
    void close() {
        presigner.close();
    }

    @Test
    void anUploadIsBoundToLengthTypeAndHash() {
        SignedUrl put = signUrls.put(item, Duration.ofMinutes(10));

        assertThat(put.url().toString())
                .startsWith("https://files.example.org/bucket/tenants/acme/uploads/" + item.id())
                .contains("X-Amz-Expires=600")
                .contains("content-length")
                .contains("content-type")
                .contains("x-amz-checksum-sha256");
        assertThat(put.headers())
                .containsEntry("content-type", "text/html")
                .containsEntry("x-amz-checksum-sha256", item.file().sha256().base64())
                .doesNotContainKeys("host", "content-length");
    }

    @Test
    void aPartIsBoundToItsNumberLengthAndHash() {
        Slot slot = new Slot(item, "upload-1");

        SignedUrl put = signUrls.putPart(slot, 3, 8_388_608, item.file().sha256(), Duration.ofMinutes(10));

        assertThat(put.url().toString())
                .startsWith("https://files.example.org/bucket/tenants/acme/objects/" + item.id())
                .contains("partNumber=3")
                .contains("uploadId=upload-1")
                .contains("content-length")
                .contains("x-amz-checksum-sha256");
    }

    @Test
    void aDownloadIsBoundToASafeTypeAndDisposition() {
        URI get = signUrls.get(item, "attachment; filename=\"a.html\"", Duration.ofMinutes(5));

        assertThat(get.toString())
                .startsWith("https://files.example.org/bucket/tenants/acme/objects/" + item.id())
                .contains("response-content-type=application%2Foctet-stream")
                .contains("response-content-disposition=attachment%3B%20filename%3D%22a.html%22")
                .contains("X-Amz-Expires=300");
    }
}
