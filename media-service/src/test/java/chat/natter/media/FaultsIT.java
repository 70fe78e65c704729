package chat.natter.media;

import static chat.natter.media.MediaClient.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.UserId;
import chat.natter.media.item.SomeItems;
import chat.natter.media.preview.SomePictures;
import chat.natter.media.storage.OwnBucket;
import chat.natter.stack.network.Relay;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to uploads while storage, or the service itself, goes away. */
class FaultsIT {
    private static final String BESIDE_THE_STORAGE = "127.0.0.3";
    private static final int PART = 8 * 1024 * 1024;

    private final TokenSigner signer = new TokenSigner();
    private final OwnBucket bucket = new OwnBucket();
    private final URI storage = bucket.server().endpoint();
    private final UserId alice = SomeItems.user();
    private final List<AutoCloseable> toClose = new ArrayList<>(List.of(bucket));

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() throws Exception {
        for (int last = toClose.size() - 1; last >= 0; last--) {
            toClose.get(last).close();
        }
    }

    @Test
    void whileStorageHangsNothingIsHalfVisibleAndAfterwardsAllGoesOn() throws Exception {
        // Given
        Relay network = network();
        MediaClient client = client(start(throughTheNetwork()));
        String complete = upload(client, SomeItems.png(1_000));
        client.complete(complete);
        byte[] bytes = SomeItems.png(2_000);
        String open = upload(client, bytes);

        // When
        network.cut();

        // Then
        assertProblem(client.complete(open), 503, "unavailable");
        assertProblem(client.get("/v1/media/" + complete), 503, "unavailable");
        assertProblem(client.post("/v1/media", announcement()), 503, "unavailable");

        // When
        network.heal();

        // Then
        await().until(() -> client.get("/v1/media/" + complete).statusCode() == 302);
        assertProblem(client.get("/v1/media/" + open), 404, "not_found");
        assertThat(client.complete(open).statusCode()).isEqualTo(200);
        assertThat(client.download(open).body()).isEqualTo(bytes);
    }

    @Test
    void whileStorageIsDownTheServiceSaysSoAndNeedsNoRestart() throws Exception {
        // Given
        Relay network = network();
        RunningService service = start(throughTheNetwork());
        MediaClient client = client(service);
        byte[] bytes = SomeItems.png(2_000);
        String open = upload(client, bytes);

        // When
        network.close();

        // Then
        assertProblem(client.complete(open), 503, "unavailable");
        assertThat(service.statusOf("/q/health/ready")).isEqualTo(503);
        assertThat(service.statusOf("/q/health/live")).isEqualTo(200);

        // When
        network();

        // Then
        await().until(() -> service.statusOf("/q/health/ready") == 200);
        assertThat(client.complete(open).statusCode()).isEqualTo(200);
        assertThat(client.download(open).body()).isEqualTo(bytes);
    }

    @Test
    void aPreviewThatAKilledInstanceOwedIsMadeByAnother() throws Exception {
        // Given: an instance whose only worker hangs
        RunningService first = start(Map.of(
                "natter.media.preview.workers", "1",
                "natter.media.preview.patience", "100ms",
                "natter.media.preview.timeout", "10m",
                "natter.media.preview.ffmpeg-folder", hangingFfmpeg().toString()));
        MediaClient client = client(first);
        client.complete(upload(client, SomeItems.mp4(1_000), "video/mp4"));
        String picture = upload(client, SomePictures.picture("png", 40, 30));
        JsonNode completed = MediaClient.json(client.complete(picture));
        assertThat(completed.at("/preview/status").asText()).isEqualTo("pending");

        // When
        first.kill();
        MediaClient again = client(start(Map.of("natter.media.preview.resume-every", "1s")));

        // Then
        await().until(() -> MediaClient.json(again.get("/v1/media/" + picture + "/preview"))
                .at("/status")
                .asText()
                .equals("ready"));
        assertThat(again.download(picture + "/thumbnail").statusCode()).isEqualTo(200);
    }

    @Test
    void twoDevicesMayCompleteALargeFileAtOnceAtTwoInstances() throws Exception {
        // Given
        MediaClient one = client(start(Map.of()));
        MediaClient other = client(start(Map.of()));
        byte[] film = SomeItems.mp4(2 * PART + 7);
        String id = one.announceInParts(SomeItems.inParts(film, PART, "video/mp4"), PART)
                .get("mediaId")
                .asText();
        for (int number = 1; number <= 3; number++) {
            byte[] part = Arrays.copyOfRange(film, (number - 1) * PART, Math.min(film.length, number * PART));
            assertThat(one.uploadPart(id, number, part)).isEqualTo(200);
        }

        // When
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (MediaClient device : List.of(one, other, one, other)) {
            answers.add(CompletableFuture.supplyAsync(() -> complete(device, id)));
        }

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        assertThat(one.download(id).body()).isEqualTo(film);
    }

    private static int complete(MediaClient client, String id) {
        try {
            return client.complete(id).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Relay network() {
        Relay network = new Relay(BESIDE_THE_STORAGE, new InetSocketAddress(storage.getHost(), storage.getPort()));
        toClose.add(network);
        return network;
    }

    /** Clients reach storage, the service may not. */
    private Map<String, String> throughTheNetwork() {
        return Map.of(
                "natter.media.s3.endpoint",
                "http://" + BESIDE_THE_STORAGE + ":" + storage.getPort(),
                "natter.media.s3.public-endpoint",
                storage.toString(),
                "natter.media.s3.attempt-timeout",
                "1s",
                "natter.media.s3.timeout",
                "2s");
    }

    private Path hangingFfmpeg() throws Exception {
        for (String tool : List.of("ffmpeg", "ffprobe")) {
            Path script = Files.writeString(
                    folder.resolve(tool), "#!/bin/sh\n[ \"$1\" = -version ] && echo 1 && exit\nexec sleep 600\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    private RunningService start(Map<String, String> more) {
        RunningService service = RunningService.start(ServiceConfig.of(bucket.server(), signer, more));
        toClose.add(service);
        return service.awaitReady();
    }

    private MediaClient client(RunningService service) {
        return MediaClient.of(service, signer, alice);
    }

    private static String upload(MediaClient client, byte[] bytes) throws Exception {
        return upload(client, bytes, "image/png");
    }

    private static String upload(MediaClient client, byte[] bytes, String mime) throws Exception {
        JsonNode slot = client.announce(bytes, mime, null);
        assertThat(MediaClient.upload(slot, bytes)).isEqualTo(200);
        return slot.get("mediaId").asText();
    }

    private static String announcement() {
        return "{\"mime\":\"image/png\",\"size\":5,\"sha256\":\"%s\"}".formatted("ab".repeat(32));
    }
}
