package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.client.media.UnfinishedUploads;
import chat.natter.client.media.UploadFile;
import chat.natter.client.media.UploadedFile;
import chat.natter.client.rest.ApiRefused;
import chat.natter.load.ledger.RecordedDevice;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A file goes from one person to another past the services, straight to the object store and back. */
class MediaIT {
    private static final int SIZE = 1_000_000;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final Scene scene = new Scene();

    @TempDir
    Path folder = Path.of("");

    private final Person alice = scene.person();
    private final Person bob = scene.person();
    private final Person carol = scene.person();

    @Test
    void whatOneUploadsAnotherOneDownloads() throws IOException, InterruptedException {
        // Given
        byte[] picture = new byte[SIZE];
        new Random(1).nextBytes(picture);
        System.arraycopy(PNG_SIGNATURE, 0, picture, 0, PNG_SIGNATURE.length);
        Path file = Files.write(folder.resolve("picture.png"), picture);
        // When
        UploadedFile uploaded = new UploadFile(alice.api().media(), UnfinishedUploads.NONE).upload(file, bytes -> {});
        scene.talk(alice, bob);
        RecordedDevice alices = scene.connect(alice, 1);
        RecordedDevice bobs = scene.connect(bob, 2);
        alices.send(bobs.user(), uploaded.content());
        scene.awaitSettled(SOON);
        HttpRequest download = HttpRequest.newBuilder(bob.api().media().address(uploaded.mediaId()))
                .build();
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(download, HttpResponse.BodyHandlers.ofByteArray());
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(picture);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThatThrownBy(() -> carol.api().media().address(uploaded.mediaId()))
                .isInstanceOfSatisfying(
                        ApiRefused.class, refused -> assertThat(refused.code()).isEqualTo("forbidden"));
    }
}
