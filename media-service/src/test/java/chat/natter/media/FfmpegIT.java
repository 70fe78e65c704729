package chat.natter.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.media.item.SomeItems;
import chat.natter.media.preview.InstalledFfmpeg;
import chat.natter.media.storage.OwnBucket;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Video and sound, by the ffmpeg that is installed. Skipped where there is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FfmpegIT {
    private final OwnBucket bucket;
    private final RunningService service;
    private final MediaClient client;

    @TempDir
    Path folder = Path.of("");

    FfmpegIT() {
        InstalledFfmpeg.assumeInstalled();
        TokenSigner signer = new TokenSigner();
        bucket = new OwnBucket();
        service = RunningService.start(ServiceConfig.of(bucket.server(), signer, Map.of()))
                .awaitReady();
        client = MediaClient.of(service, signer, SomeItems.user());
    }

    @AfterAll
    void stop() {
        service.close();
        bucket.close();
    }

    @Test
    void aFilmHasAPosterAndADuration() throws Exception {
        // Given: a minute of red, 640 by 360
        byte[] film = InstalledFfmpeg.make(
                folder.resolve("film.mp4"),
                "-f",
                "lavfi",
                "-i",
                "color=red:size=640x360:rate=5:duration=60",
                "-pix_fmt",
                "yuv420p");

        // When
        String id = completed(film, "video/mp4");
        JsonNode preview = preview(id);

        // Then
        assertThat(preview.get("status").asText()).as(preview.toString()).isEqualTo("ready");
        assertThat(preview.get("width").asInt()).isEqualTo(640);
        assertThat(preview.get("height").asInt()).isEqualTo(360);
        assertThat(preview.get("durationMs").asLong()).isBetween(59_000L, 61_000L);
        assertThat(preview.get("blurHash").asText()).isNotBlank();
        BufferedImage poster = ImageIO.read(
                new ByteArrayInputStream(client.download(id + "/thumbnail").body()));
        assertThat(poster.getWidth()).isEqualTo(320);
        assertThat(poster.getRGB(160, 90) >> 16 & 0xFF).isGreaterThan(200);
    }

    @Test
    void aWebmFilmHasAPosterToo() throws Exception {
        byte[] film = InstalledFfmpeg.make(
                folder.resolve("film.webm"),
                "-f",
                "lavfi",
                "-i",
                "color=blue:size=320x240:rate=5:duration=2",
                "-c:v",
                "libvpx");

        JsonNode preview = preview(completed(film, "video/webm"));

        assertThat(preview.get("thumbnail").asBoolean()).as(preview.toString()).isTrue();
        assertThat(preview.get("height").asInt()).isEqualTo(240);
    }

    @Test
    void anAvifPictureHasAThumbnail() throws Exception {
        byte[] picture = InstalledFfmpeg.make(
                folder.resolve("picture.avif"),
                "-f",
                "lavfi",
                "-i",
                "color=red:size=640x360:rate=1:duration=1",
                "-frames:v",
                "1",
                "-c:v",
                "libaom-av1",
                "-cpu-used",
                "8",
                "-still-picture",
                "1");

        String id = completed(picture, "image/avif");
        JsonNode preview = preview(id);

        assertThat(preview.get("thumbnail").asBoolean()).as(preview.toString()).isTrue();
        assertThat(preview.get("width").asInt()).isEqualTo(640);
        BufferedImage thumbnail = ImageIO.read(
                new ByteArrayInputStream(client.download(id + "/thumbnail").body()));
        assertThat(thumbnail.getRGB(160, 90) >> 16 & 0xFF).isGreaterThan(200);
    }

    @Test
    void soundHasADurationAndAWaveform() throws Exception {
        // Given: two seconds of silence, then two of a tone
        byte[] sound = InstalledFfmpeg.make(
                folder.resolve("voice.ogg"),
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=4",
                "-af",
                "volume=enable='lt(t,2)':volume=0",
                "-c:a",
                "libopus");

        // When
        JsonNode preview = preview(completed(sound, "audio/ogg"));

        // Then
        assertThat(preview.get("status").asText()).as(preview.toString()).isEqualTo("ready");
        assertThat(preview.get("durationMs").asLong()).isBetween(3_900L, 4_200L);
        assertThat(preview.get("thumbnail").asBoolean()).isFalse();
        JsonNode waveform = preview.get("waveform");
        assertThat(waveform).hasSize(64);
        assertThat(waveform.get(10).asInt()).isLessThan(3);
        assertThat(waveform.get(50).asInt()).isGreaterThan(5);
    }

    @Test
    void aCutFilmAndOneThatPointsElsewhereGetNoPreviewAndDoNoHarm() throws Exception {
        // Given
        byte[] film = InstalledFfmpeg.make(
                folder.resolve("film.mp4"), "-f", "lavfi", "-i", "testsrc=size=320x240:rate=5:duration=2");
        byte[] cut = Arrays.copyOf(film, film.length / 3);
        byte[] playlist = "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8);

        // Then
        assertThat(preview(completed(cut, "video/mp4")).get("status").asText()).isEqualTo("none");
        assertThat(complete(playlist, "video/mp4")).isEqualTo(422);
    }

    private String completed(byte[] bytes, String mime) throws Exception {
        JsonNode slot = client.announce(bytes, mime, null);
        String id = slot.get("mediaId").asText();
        assertThat(MediaClient.upload(slot, bytes)).isEqualTo(200);
        assertThat(client.complete(id).statusCode()).isEqualTo(200);
        return id;
    }

    private int complete(byte[] bytes, String mime) throws Exception {
        JsonNode slot = client.announce(bytes, mime, null);
        MediaClient.upload(slot, bytes);
        return client.complete(slot.get("mediaId").asText()).statusCode();
    }

    private JsonNode preview(String id) throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !previewNow(id).get("status").asText().equals("pending"));
        return previewNow(id);
    }

    private JsonNode previewNow(String id) throws Exception {
        return MediaClient.json(client.get("/v1/media/" + id + "/preview"));
    }
}
