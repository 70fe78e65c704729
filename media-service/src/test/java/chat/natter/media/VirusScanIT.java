package chat.natter.media;

import static chat.natter.media.MediaClient.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.media.item.SomeItems;
import chat.natter.media.scan.InstalledClamd;
import chat.natter.media.storage.OwnBucket;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads past the clamd that is installed. Skipped where there is none. */
class VirusScanIT {
    private static final int PART = 8 * 1024 * 1024;

    private final InstalledClamd clamd;
    private final OwnBucket bucket = new OwnBucket();
    private final RunningService service;
    private final MediaClient client;

    VirusScanIT(@TempDir Path folder) throws IOException {
        InstalledClamd.assumeInstalled();
        clamd = InstalledClamd.start(folder);
        TokenSigner signer = new TokenSigner();
        Map<String, String> scanning =
                Map.of("natter.media.scan.clamd-host", "127.0.0.1", "natter.media.scan.clamd-port", "" + clamd.port());
        service = RunningService.start(ServiceConfig.of(bucket.server(), signer, scanning))
                .awaitReady();
        client = MediaClient.of(service, signer, SomeItems.user());
    }

    @AfterEach
    void stop() {
        service.close();
        bucket.close();
        clamd.close();
    }

    @Test
    void removesWhatIsHarmfulAndLetsTheRestPass() throws Exception {
        // Given
        byte[] harmful = ("so far so good, " + InstalledClamd.HARMFUL).getBytes(StandardCharsets.US_ASCII);

        // Then
        String id = uploaded(harmful, "text/plain");
        HttpResponse<String> refused = client.complete(id);
        assertProblem(refused, 422, "rejected");
        assertThat(refused.body()).contains("Natter.Test");
        assertProblem(client.complete(id), 404, "not_found");
        assertProblem(client.get("/v1/media/" + id), 404, "not_found");
        String clean = uploaded(SomeItems.png(500_000), "image/png");
        assertThat(client.complete(clean).statusCode()).isEqualTo(200);

        // And in the last part of a large file too
        byte[] film = SomeItems.mp4(2 * PART + 1_000);
        System.arraycopy(harmful, 0, film, film.length - harmful.length, harmful.length);
        assertProblem(client.complete(uploadedInParts(film)), 422, "rejected");
    }

    @Test
    void letsNothingPassUnseenWhileTheScannerIsAway() throws Exception {
        String id = uploaded(SomeItems.png(1_000), "image/png");
        clamd.close();

        assertProblem(client.complete(id), 503, "unavailable");
        assertProblem(client.get("/v1/media/" + id), 404, "not_found");
    }

    private String uploaded(byte[] bytes, String mime) throws Exception {
        JsonNode slot = client.announce(bytes, mime, null);
        assertThat(MediaClient.upload(slot, bytes)).isEqualTo(200);
        return slot.get("mediaId").asText();
    }

    private String uploadedInParts(byte[] film) throws Exception {
        String id = client.announceInParts(SomeItems.inParts(film, PART, "video/mp4"), PART)
                .get("mediaId")
                .asText();
        for (int number = 1; number <= 3; number++) {
            byte[] part = Arrays.copyOfRange(film, (number - 1) * PART, Math.min(film.length, number * PART));
            assertThat(client.uploadPart(id, number, part)).isEqualTo(200);
        }
        return id;
    }
}
