package chat.natter.media;

import static chat.natter.media.MediaClient.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.UserId;
import chat.natter.media.item.FileClaim;
import chat.natter.media.item.SomeItems;
import chat.natter.media.preview.SomePictures;
import chat.natter.media.storage.OwnBucket;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged service against a real S3 server. */
class MediaIT {
    private static final int PART = 8 * 1024 * 1024;
    private static final TokenSigner SIGNER = new TokenSigner();
    private static final OwnBucket S3 = new OwnBucket();
    private static final RunningService SERVICE = RunningService.start(config(Map.of()));

    private static final SentMessages MESSAGES = new SentMessages();

    private final UserId alice = SomeItems.user();
    private final UserId bob = SomeItems.user();
    private final MediaClient owner = MediaClient.of(SERVICE, SIGNER, alice);
    private final MediaClient other = MediaClient.of(SERVICE, SIGNER, bob);

    /** A consumer group takes seconds to form, longer than a reader waits. */
    @BeforeAll
    static void readyAndHearsOfMessages() throws Exception {
        SERVICE.awaitReady();
        UserId sender = SomeItems.user();
        UserId receiver = SomeItems.user();
        byte[] bytes = SomeItems.png(100);
        MediaClient owner = MediaClient.of(SERVICE, SIGNER, sender);
        JsonNode slot = owner.announce(bytes, "image/png", null);
        String id = slot.get("mediaId").asText();
        MediaClient.upload(slot, bytes);
        owner.complete(id);
        MESSAGES.send(sender, receiver, id);
        MediaClient reader = MediaClient.of(SERVICE, SIGNER, receiver);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> reader.get("/v1/media/" + id).statusCode() == 302);
    }

    @AfterAll
    static void stop() {
        MESSAGES.close();
        SERVICE.close();
        S3.close();
    }

    @Test
    void carriesAFileFromOneUserToAnother() throws Exception {
        // Given
        byte[] picture = SomeItems.png(3_000_000);

        // When
        JsonNode slot = owner.announce(picture, "image/png", "Größe.png");
        String id = slot.get("mediaId").asText();
        int uploaded = MediaClient.upload(slot, picture);
        HttpResponse<String> completed = owner.complete(id);
        MESSAGES.send(alice, bob, id);
        HttpResponse<byte[]> downloaded = other.download(id);

        // Then
        assertThat(slot.at("/upload/method").asText()).isEqualTo("PUT");
        assertThat(Instant.parse(slot.at("/upload/expiresAt").asText())).isAfter(Instant.now());
        assertThat(uploaded).isEqualTo(200);
        assertThat(completed.statusCode()).isEqualTo(200);
        assertThat(MediaClient.json(completed).get("sha256").asText())
                .isEqualTo(SomeItems.sha256(picture).hex());
        assertThat(MediaClient.json(completed).get("size").asLong()).isEqualTo(picture.length);
        assertThat(downloaded.statusCode()).isEqualTo(200);
        assertThat(downloaded.body()).isEqualTo(picture);
        assertThat(downloaded.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(downloaded.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline;")
                .contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe.png");
    }

    @Test
    void servesRanges() throws Exception {
        byte[] bytes = SomeItems.mp4(100_000);
        String id = completed(bytes, "video/mp4");

        HttpResponse<byte[]> part = other.download(id, "Range", "bytes=500-1499");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 500, 1_500));
    }

    @Test
    void neverServesAPageAsAPage() throws Exception {
        String id = completed("<html>hello</html>".getBytes(StandardCharsets.UTF_8), "text/html");

        HttpResponse<byte[]> page = other.download(id);

        assertThat(page.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(page.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    @Test
    void refusesOtherBytesThanAnnounced() throws Exception {
        // Given
        byte[] bytes = SomeItems.png(50_000);
        byte[] sameLength = bytes.clone();
        sameLength[7]++;
        JsonNode slot = owner.announce(bytes, "image/png", null);
        String id = slot.get("mediaId").asText();

        // When
        int uploaded = MediaClient.upload(slot, sameLength);
        HttpResponse<String> refused = owner.complete(id);

        // Then: a store that checks hashes refuses the upload; otherwise the completion does
        assertThat(uploaded).isIn(200, 400);
        assertProblem(refused, 409, "conflict");
        assertProblem(other.get("/v1/media/" + id), 404, "not_found");

        // When: the owner tries again
        MediaClient.upload(slot, bytes);

        // Then
        assertThat(owner.complete(id).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnotherLengthThanSigned() throws Exception {
        JsonNode slot = owner.announce(SomeItems.png(50_000), "image/png", null);

        assertThat(MediaClient.upload(slot, SomeItems.png(60_000))).isEqualTo(403);
        assertProblem(owner.complete(slot.get("mediaId").asText()), 409, "conflict");
    }

    @Test
    void nothingIsVisibleBeforeItIsComplete() throws Exception {
        byte[] bytes = SomeItems.png(1_000);
        JsonNode slot = owner.announce(bytes, "image/png", null);
        String id = slot.get("mediaId").asText();

        assertProblem(owner.complete(id), 409, "conflict");
        MediaClient.upload(slot, bytes);
        assertProblem(other.get("/v1/media/" + id), 404, "not_found");
        assertProblem(owner.get("/v1/media/" + id), 404, "not_found");
    }

    @Test
    void onlyTheOwnerCompletes() throws Exception {
        byte[] bytes = SomeItems.png(1_000);
        JsonNode slot = owner.announce(bytes, "image/png", null);
        String id = slot.get("mediaId").asText();
        MediaClient.upload(slot, bytes);

        assertProblem(other.complete(id), 403, "forbidden");
        assertThat(owner.complete(id).statusCode()).isEqualTo(200);
        assertProblem(other.complete(id), 403, "forbidden");
    }

    @Test
    void aCompleteMediumNeverChanges() throws Exception {
        // Given
        byte[] bytes = SomeItems.png(1_000);
        JsonNode slot = owner.announce(bytes, "image/png", null);
        String id = slot.get("mediaId").asText();
        MediaClient.upload(slot, bytes);
        owner.complete(id);

        // When
        byte[] sameLength = bytes.clone();
        sameLength[0]++;
        MediaClient.upload(slot, sameLength);

        // Then
        assertThat(owner.complete(id).statusCode()).isEqualTo(200);
        assertThat(owner.download(id).body()).isEqualTo(bytes);
    }

    @Test
    void twoDevicesMayCompleteAtOnce() throws Exception {
        byte[] bytes = SomeItems.png(2_000_000);
        JsonNode slot = owner.announce(bytes, "image/png", null);
        String id = slot.get("mediaId").asText();
        MediaClient.upload(slot, bytes);

        List<CompletableFuture<Integer>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return owner.complete(id).statusCode();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .limit(4)
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        assertThat(owner.download(id).body()).isEqualTo(bytes);
    }

    @Test
    void onePutTakesSixteenMebibytesAndNotOneByteMore() throws Exception {
        byte[] largest = SomeItems.mp4(16 * 1024 * 1024);

        String id = completed(largest, "video/mp4");

        assertThat(other.download(id).body()).isEqualTo(largest);
        assertProblem(
                owner.post("/v1/media", announcement(16 * 1024 * 1024 + 1, "\"video/mp4\"", "null")),
                400,
                "bad_request");
        assertProblem(
                owner.post("/v1/media", announcement(4L * 1024 * 1024 * 1024 + 1, "\"video/mp4\"", "null")),
                413,
                "too_large");
    }

    @Test
    void carriesALargeFileInPartsAndGoesOnAfterABreak() throws Exception {
        // Given
        byte[] film = SomeItems.mp4(2 * PART + 77_777);
        FileClaim claim = SomeItems.inParts(film, PART, "video/mp4");
        JsonNode slot = owner.announceInParts(claim, PART);
        String id = slot.get("mediaId").asText();
        assertThat(slot.at("/parts/count").asInt()).isEqualTo(3);
        assertThat(slot.at("/parts/size").asLong()).isEqualTo(PART);

        // When: two parts, in any order, and then a client that knows nothing but the id
        assertThat(owner.uploadPart(id, 3, part(film, 3))).isEqualTo(200);
        assertThat(owner.uploadPart(id, 1, part(film, 1))).isEqualTo(200);
        JsonNode there = MediaClient.json(owner.get("/v1/media/" + id + "/parts"));
        HttpResponse<String> early = owner.complete(id);

        // Then
        assertThat(there.get("parts")).hasSize(2);
        assertThat(there.at("/parts/0/number").asInt()).isEqualTo(1);
        assertThat(there.at("/parts/0/size").asLong()).isEqualTo(PART);
        assertProblem(early, 409, "conflict");
        assertProblem(other.get("/v1/media/" + id), 404, "not_found");

        // When
        assertThat(owner.uploadPart(id, 2, part(film, 2))).isEqualTo(200);
        HttpResponse<String> completed = owner.complete(id);

        // Then
        assertThat(completed.statusCode()).as(completed.body()).isEqualTo(200);
        assertThat(MediaClient.json(completed).get("sha256").asText())
                .isEqualTo(claim.sha256().hex());
        assertThat(MediaClient.json(completed).get("partSize").asLong()).isEqualTo(PART);
        assertThat(owner.download(id).body()).isEqualTo(film);
        assertThat(owner.complete(id).statusCode()).isEqualTo(200);
        assertProblem(owner.get("/v1/media/" + id + "/parts"), 409, "conflict");
    }

    @Test
    void refusesPartsThatAreNotTheAnnouncedFile() throws Exception {
        // Given
        byte[] film = SomeItems.mp4(2 * PART + 5);
        byte[] other = film.clone();
        other[PART + 1]++;
        JsonNode slot = owner.announceInParts(SomeItems.inParts(film, PART, "video/mp4"), PART);
        String id = slot.get("mediaId").asText();

        // When
        for (int number = 1; number <= 3; number++) {
            assertThat(owner.uploadPart(id, number, part(other, number))).isEqualTo(200);
        }

        // Then
        assertProblem(owner.complete(id), 409, "conflict");
        assertProblem(owner.get("/v1/media/" + id), 404, "not_found");
        assertThat(MediaClient.json(owner.get("/v1/media/" + id + "/parts")).get("parts"))
                .isEmpty();
    }

    @Test
    void partsOfAnotherUserOrOutOfRangeAreRefused() throws Exception {
        byte[] film = SomeItems.mp4(2 * PART + 5);
        JsonNode slot = owner.announceInParts(SomeItems.inParts(film, PART, "video/mp4"), PART);
        String path = "/v1/media/" + slot.get("mediaId").asText() + "/parts";
        String hash = "ab".repeat(32);

        assertProblem(other.get(path), 403, "forbidden");
        assertProblem(other.post(path, wanted(1, hash)), 403, "forbidden");
        for (String body : List.of(
                "{}", "[]", "{\"parts\":[]}", "{\"parts\":[null]}", wanted(0, hash), wanted(4, hash), wanted(1, "x"))) {
            assertProblem(owner.post(path, body), 400, "bad_request");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><script>alert(1)</script> | image/png",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/> | image/jpeg",
                "<html><body>hi</body></html> | video/mp4",
                "PK\u0003\u0004 an archive | image/webp",
                "MZ a program | application/pdf"
            })
    void refusesAndRemovesWhatIsNotWhatWasSaid(String content, String mime) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        JsonNode slot = owner.announce(bytes, mime, "cat.png");
        String id = slot.get("mediaId").asText();
        MediaClient.upload(slot, bytes);

        assertProblem(owner.complete(id), 422, "rejected");
        assertProblem(owner.complete(id), 404, "not_found");
    }

    @Test
    void aBombIsCarriedAndNeverDecoded() throws Exception {
        byte[] bomb = SomePictures.bomb(60_000, 60_000);
        JsonNode slot = owner.announce(bomb, "image/png", null);
        String id = slot.get("mediaId").asText();
        MediaClient.upload(slot, bomb);
        owner.complete(id);

        await().until(() -> previewOf(id).get("status").asText().equals("none"));
        assertThat(previewOf(id).get("reason").asText()).contains("pixels");
        assertProblem(owner.get("/v1/media/" + id + "/thumbnail"), 404, "not_found");
        assertThat(owner.download(id).body()).isEqualTo(bomb);
    }

    @Test
    void onlyWhoItWasSentToMayRead() throws Exception {
        // Given
        UserId carol = SomeItems.user();
        MediaClient stranger = MediaClient.of(SERVICE, SIGNER, carol);
        String id = completed(SomeItems.png(1_000), "image/png");

        // Then
        assertThat(other.download(id).statusCode()).isEqualTo(200);
        assertProblem(stranger.get("/v1/media/" + id), 403, "forbidden");
        assertProblem(stranger.get("/v1/media/" + id + "/thumbnail"), 403, "forbidden");
        assertProblem(stranger.get("/v1/media/" + id + "/preview"), 403, "forbidden");
        assertProblem(stranger.send(stranger.request("/v1/media/" + id).DELETE()), 403, "forbidden");

        // When: she guesses the id and sends it to herself
        MESSAGES.send(carol, carol, id);
        assertProblem(stranger.get("/v1/media/" + id), 403, "forbidden");

        // When: somebody who may read it passes it on
        MESSAGES.send(bob, carol, id);
        assertThat(stranger.download(id).statusCode()).isEqualTo(200);
    }

    @Test
    void everybodyMayReadThePictureThatItsOwnerShows() throws Exception {
        // Given
        UserId carol = SomeItems.user();
        MediaClient stranger = MediaClient.of(SERVICE, SIGNER, carol);
        byte[] bytes = SomeItems.png(1_000);
        JsonNode slot = owner.announce(bytes, "image/png", null);
        String id = slot.get("mediaId").asText();
        MediaClient.upload(slot, bytes);
        owner.complete(id);

        // When: somebody shows a picture that is not theirs
        MESSAGES.show(carol, id);
        // Then
        assertProblem(stranger.get("/v1/media/" + id), 403, "forbidden");

        // When
        MESSAGES.show(alice, id);
        // Then
        await().untilAsserted(
                        () -> assertThat(stranger.download(id).statusCode()).isEqualTo(200));
    }

    @Test
    void showsAPictureBeforeItIsLoaded() throws Exception {
        // Given
        byte[] turned = SomePictures.turned(1_200, 800);
        JsonNode slot = owner.announce(turned, "image/jpeg", "cat.jpg");
        String id = slot.get("mediaId").asText();
        MediaClient.upload(slot, turned);

        // When
        owner.complete(id);
        await().until(() -> previewOf(id).get("status").asText().equals("ready"));

        // Then
        assertThat(previewOf(id).get("width").asInt()).isEqualTo(800);
        assertThat(previewOf(id).get("height").asInt()).isEqualTo(1_200);
        assertThat(previewOf(id).get("blurHash").asText()).isNotBlank();
        HttpResponse<byte[]> thumbnail = owner.download(id + "/thumbnail");
        assertThat(thumbnail.statusCode()).isEqualTo(200);
        assertThat(thumbnail.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(new String(thumbnail.body(), StandardCharsets.ISO_8859_1))
                .startsWith("\u00ff\u00d8")
                .doesNotContain(SomePictures.SECRET);
    }

    @Test
    void takesThePlaceOutOfAPictureOnRequest() throws Exception {
        // Given
        byte[] turned = SomePictures.turned(1_200, 800);
        JsonNode slot = MediaClient.json(owner.post("/v1/media", withoutMetadata(turned)));
        String id = slot.get("mediaId").asText();
        MediaClient.upload(slot, turned);

        // When
        JsonNode completed = MediaClient.json(owner.complete(id));
        byte[] downloaded = owner.download(id).body();

        // Then
        assertThat(completed.get("withoutMetadata").asBoolean()).isTrue();
        assertThat(completed.get("size").asInt()).isEqualTo(downloaded.length).isLessThan(turned.length);
        assertThat(completed.get("sha256").asText())
                .isEqualTo(SomeItems.sha256(downloaded).hex());
        assertThat(new String(downloaded, StandardCharsets.ISO_8859_1)).doesNotContain(SomePictures.SECRET);
        assertThat(MediaClient.json(owner.complete(id)).get("sha256")).isEqualTo(completed.get("sha256"));
        await().until(() -> previewOf(id).get("status").asText().equals("ready"));
        assertThat(previewOf(id).get("height").asInt()).isEqualTo(1_200);
    }

    @Test
    void refusesADamagedPictureWhoseMetadataIsToGo() throws Exception {
        byte[] cut = Arrays.copyOf(SomePictures.turned(1_200, 800), 900);
        JsonNode slot = MediaClient.json(owner.post("/v1/media", withoutMetadata(cut)));
        String id = slot.get("mediaId").asText();
        MediaClient.upload(slot, cut);

        assertProblem(owner.complete(id), 422, "rejected");
        assertProblem(owner.complete(id), 404, "not_found");
        String png = withoutMetadata(cut).replace("image/jpeg", "image/png");
        assertProblem(owner.post("/v1/media", png), 400, "bad_request");
    }

    private static String withoutMetadata(byte[] jpeg) {
        return "{\"mime\":\"image/jpeg\",\"size\":%d,\"sha256\":\"%s\",\"removeMetadata\":true}"
                .formatted(jpeg.length, SomeItems.sha256(jpeg));
    }

    @Test
    void sendingTheSameFileAgainNeedsNoUpload() throws Exception {
        byte[] bytes = SomeItems.png(3_000);
        String id = completed(bytes, "image/png");
        await().until(() -> owner.announce(bytes, "image/png", null).has("complete"));

        JsonNode again = owner.announce(bytes, "image/png", "other-name.png");

        assertThat(again.get("mediaId").asText()).isEqualTo(id);
        assertThat(again.at("/complete/sha256").asText())
                .isEqualTo(SomeItems.sha256(bytes).hex());
        assertThat(other.announce(bytes, "image/png", null).has("complete")).isFalse();
    }

    @Test
    void ownersTakeFilesBack() throws Exception {
        String id = completed(SomeItems.png(1_000), "image/png");
        assertThat(other.download(id).statusCode()).isEqualTo(200);

        assertThat(owner.send(owner.request("/v1/media/" + id).DELETE()).statusCode())
                .isEqualTo(204);

        assertProblem(other.get("/v1/media/" + id), 404, "not_found");
        assertProblem(owner.send(owner.request("/v1/media/" + id).DELETE()), 404, "not_found");
    }

    @Test
    void anErasedAccountLosesItsFiles() throws Exception {
        String id = completed(SomeItems.png(1_000), "image/png");
        assertThat(other.download(id).statusCode()).isEqualTo(200);

        MESSAGES.erase(alice);

        await().untilAsserted(() -> assertProblem(other.get("/v1/media/" + id), 404, "not_found"));
    }

    @Test
    void anAccountHasAQuota() throws Exception {
        assertThat(owner.post("/v1/media", large(3_000_000_000L)).statusCode()).isEqualTo(201);
        assertThat(owner.post("/v1/media", large(4_000_000_000L)).statusCode()).isEqualTo(201);
        assertProblem(owner.post("/v1/media", large(4_000_000_000L)), 403, "quota_exceeded");
        assertThat(other.post("/v1/media", large(4_000_000_000L)).statusCode()).isEqualTo(201);
    }

    @Test
    void removesWhatNobodySentAndKeepsWhatWasSent() throws Exception {
        try (RunningService sweeping = RunningService.start(config(Map.of(
                        "natter.media.removal.unsent-after",
                        "5s",
                        "natter.media.removal.sweep-every",
                        "1s",
                        "natter.media.s3.prefix",
                        "swept/")))
                .awaitReady()) {
            MediaClient client = MediaClient.of(sweeping, SIGNER, alice);
            byte[] bytes = SomeItems.png(1_000);
            JsonNode sent = client.announce(bytes, "image/png", null);
            MediaClient.upload(sent, bytes);
            client.complete(sent.get("mediaId").asText());
            MESSAGES.send(alice, bob, sent.get("mediaId").asText());
            byte[] otherBytes = SomeItems.png(1_001);
            JsonNode unsent = client.announce(otherBytes, "image/png", null);
            MediaClient.upload(unsent, otherBytes);
            client.complete(unsent.get("mediaId").asText());

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertProblem(
                            client.get("/v1/media/" + unsent.get("mediaId").asText()), 404, "not_found"));
            assertThat(client.download(sent.get("mediaId").asText()).body()).isEqualTo(bytes);
        }
    }

    private JsonNode previewOf(String id) throws Exception {
        return MediaClient.json(owner.get("/v1/media/" + id + "/preview"));
    }

    private static String large(long size) {
        return "{\"mime\":\"video/mp4\",\"size\":%d,\"sha256\":\"%s\",\"partSize\":67108864}"
                .formatted(size, SomeItems.sha256(Long.toString(size).getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void carriesWhatIsEncryptedWithoutLookingIntoIt() throws Exception {
        // Given
        byte[] sealed = SomeItems.png(5_000);
        sealed[0] = 0;
        String announcement = "{\"mime\":\"image/png\",\"size\":%d,\"sha256\":\"%s\",\"encrypted\":true}"
                .formatted(sealed.length, SomeItems.sha256(sealed));
        JsonNode slot = MediaClient.json(owner.post("/v1/media", announcement));
        String id = slot.get("mediaId").asText();

        // When
        MediaClient.upload(slot, sealed);
        HttpResponse<String> completed = owner.complete(id);

        // Then
        assertThat(MediaClient.json(completed).get("encrypted").asBoolean()).isTrue();
        HttpResponse<byte[]> downloaded = owner.download(id);
        assertThat(downloaded.body()).isEqualTo(sealed);
        assertThat(downloaded.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(downloaded.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{\"mime\":\"image/png\"}",
                "{\"mime\":\"image/png\",\"size\":\"many\",\"sha256\":\"x\"}",
                "{\"mime\":{},\"size\":1,\"sha256\":\"x\"}",
                "{\"mime\":\"image/png\",\"size\":1e99,\"sha256\":\"x\"}"
            })
    void refusesABodyThatIsNoAnnouncement(String body) throws Exception {
        assertProblem(owner.post("/v1/media", body), 400, "bad_request");
    }

    @ParameterizedTest
    @CsvSource({
        "0, '\"image/png\"', null",
        "-1, '\"image/png\"', null",
        "5, '\"png\"', null",
        "5, '\"image/png\"', '\"../x\"'"
    })
    void refusesFieldsThatAreOutOfRange(long size, String mime, String name) throws Exception {
        assertProblem(owner.post("/v1/media", announcement(size, mime, name)), 400, "bad_request");
    }

    @Test
    void answersEverythingElseWithAProblemToo() throws Exception {
        String unknown = SomeItems.of(SomeItems.user(), SomeItems.BYTES, "image/png", null)
                .id()
                .value();

        assertProblem(owner.get("/v1/media/" + unknown), 404, "not_found");
        assertProblem(owner.complete(unknown), 404, "not_found");
        assertProblem(owner.get("/v1/media/..%2F..%2Fslots"), 400, "bad_request");
        assertProblem(owner.get("/v1/nowhere"), 404, "not_found");
        assertProblem(owner.post("/v1/media", "x".repeat(100_000)), 413, "too_large");
        assertProblem(owner.send(owner.request("/v1/media").DELETE()), 405, "method_not_allowed");
        assertProblem(
                owner.send(owner.request("/v1/media")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported_media_type");
    }

    @Test
    void letsNobodyInWithoutAValidToken() throws Exception {
        String subject = SomeItems.user().value();
        Instant later = Instant.now().plusSeconds(600);
        List<String> tokens = List.of(
                "",
                "Bearer ",
                "Bearer nonsense",
                "Basic YTpi",
                new TokenSigner().bearer(subject, "natter", later),
                SIGNER.bearer(subject, "someone-else", later),
                SIGNER.bearer(subject, "natter", Instant.now().minusSeconds(60)),
                SIGNER.bearer("not-a-user", "natter", later));
        for (String token : tokens) {
            MediaClient client = new MediaClient(SERVICE, token);
            assertProblem(client.post("/v1/media", announcement(5, "\"image/png\"", "null")), 401, "unauthenticated");
        }
    }

    @Test
    void tellsOperatorsWhatHappened() throws Exception {
        completed(SomeItems.png(10), "image/png");

        assertThat(owner.get("/q/metrics").body())
                .contains("natter_media_uploads_total{outcome=\"completed\"}")
                .contains("natter_media_upload_bytes_sum");
        assertThat(SERVICE.statusOf("/q/health/live")).isEqualTo(200);
    }

    @Test
    void keepsEverythingOverARestart() throws Exception {
        // Given
        byte[] bytes = SomeItems.png(1_000);
        String complete;
        JsonNode open;
        var user = SomeItems.user();
        try (RunningService first = RunningService.start(config(Map.of())).awaitReady()) {
            MediaClient client = MediaClient.of(first, SIGNER, user);
            JsonNode slot = client.announce(bytes, "image/png", null);
            complete = slot.get("mediaId").asText();
            MediaClient.upload(slot, bytes);
            client.complete(complete);
            open = client.announce(bytes, "image/png", null);
            first.kill();
        }

        // When
        try (RunningService second = RunningService.start(config(Map.of())).awaitReady()) {
            MediaClient client = MediaClient.of(second, SIGNER, user);

            // Then
            assertThat(client.download(complete).body()).isEqualTo(bytes);
            MediaClient.upload(open, bytes);
            assertThat(client.complete(open.get("mediaId").asText()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aSlotExpires() throws Exception {
        try (RunningService hasty = RunningService.start(config(Map.of("natter.media.upload.lifetime", "2s")))
                .awaitReady()) {
            // Given
            byte[] bytes = SomeItems.png(1_000);
            MediaClient client = MediaClient.of(hasty, SIGNER, SomeItems.user());
            JsonNode slot = client.announce(bytes, "image/png", null);
            String id = slot.get("mediaId").asText();
            MediaClient.upload(slot, bytes);

            // When
            Instant end = Instant.parse(slot.at("/upload/expiresAt").asText());
            await().until(() -> Instant.now().isAfter(end.plusSeconds(1)));

            // Then
            assertThat(MediaClient.upload(slot, bytes)).isEqualTo(403);
            assertProblem(client.complete(id), 410, "gone");
            assertProblem(client.complete(id), 404, "not_found");
        }
    }

    @Test
    void saysSoWhenTheStorageIsAway() throws Exception {
        try (RunningService alone =
                RunningService.start(config(Map.of("natter.media.s3.endpoint", "http://127.0.0.1:9")))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> alone.statusOf("/q/health/live") == 200);
            MediaClient client = MediaClient.of(alone, SIGNER, SomeItems.user());

            assertThat(alone.statusOf("/q/health/ready")).isEqualTo(503);
            assertProblem(client.post("/v1/media", announcement(5, "\"image/png\"", "null")), 503, "unavailable");
        }
    }

    private String completed(byte[] bytes, String mime) throws Exception {
        JsonNode slot = owner.announce(bytes, mime, null);
        String id = slot.get("mediaId").asText();
        assertThat(MediaClient.upload(slot, bytes)).isEqualTo(200);
        assertThat(owner.complete(id).statusCode()).isEqualTo(200);
        MESSAGES.send(alice, bob, id);
        return id;
    }

    private static byte[] part(byte[] file, int number) {
        return Arrays.copyOfRange(file, (number - 1) * PART, Math.min(file.length, number * PART));
    }

    private static String wanted(int number, String sha256) {
        return "{\"parts\":[{\"number\":%d,\"sha256\":\"%s\"}]}".formatted(number, sha256);
    }

    private static String announcement(long size, String mime, String name) {
        return "{\"mime\":%s,\"size\":%d,\"sha256\":\"%s\",\"name\":%s}".formatted(mime, size, "ab".repeat(32), name);
    }

    private static Map<String, String> config(Map<String, String> more) {
        return ServiceConfig.of(S3.server(), SIGNER, more);
    }
}
