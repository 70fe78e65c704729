package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.MediaFile;
import chat.natter.client.rest.UploadSlot;
import chat.natter.contract.frame.Content;
import chat.natter.load.ledger.RecordedDevice;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file goes from one person to another past the services, straight to the object store and back. */
class MediaIT {
    private static final int SIZE = 1_000_000;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();
    private final Person carol = scene.person();

    @Test
    void whatOneUploadsAnotherOneDownloads() throws IOException, InterruptedException, NoSuchAlgorithmException {
        // Given
        byte[] picture = new byte[SIZE];
        new Random(1).nextBytes(picture);
        System.arraycopy(PNG_SIGNATURE, 0, picture, 0, PNG_SIGNATURE.length);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
        // When
        UploadSlot slot = alice.api().createMedia(new MediaFile("image/png", SIZE, sha256, "picture.png"));
        alice.api().upload(slot, picture);
        alice.api().completeMedia(slot.mediaId());
        scene.talk(alice, bob);
        RecordedDevice alices = scene.connect(alice, 1);
        RecordedDevice bobs = scene.connect(bob, 2);
        alices.send(bobs.user(), Content.ofJson("{\"kind\":\"media\",\"ref\":\"%s\"}".formatted(slot.mediaId())));
        scene.awaitSettled(SOON);
        HttpRequest download =
                HttpRequest.newBuilder(bob.api().mediaAddress(slot.mediaId())).build();
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(download, HttpResponse.BodyHandlers.ofByteArray());
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(picture);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThatThrownBy(() -> carol.api().mediaAddress(slot.mediaId()))
                .isInstanceOfSatisfying(
                        ApiRefused.class, refused -> assertThat(refused.code()).isEqualTo("forbidden"));
    }
}
