package chat.natter.client.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.NatterApi;
import chat.natter.contract.MediaId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFileTest {
    private static final int PART = 8 * 1024 * 1024;
    private static final int LARGE = 2 * PART + 5;

    private final Map<String, MediaId> begun = new HashMap<>();
    private final List<Long> progress = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder = Path.of("");

    private FakeMedia server;
    private UploadFile uploadFile;

    @BeforeEach
    void start() throws IOException {
        server = new FakeMedia();
        uploadFile = new UploadFile(
                new NatterApi(server.base()).as(() -> "token").media(), new InMemory(), Duration.ofMillis(1));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void putsASmallFileInOne() throws IOException {
        UploadedFile uploaded = upload("cat.png", 1_000);

        assertThat(server.announcements)
                .singleElement()
                .asString()
                .contains("\"mime\":\"image/png\"", "\"size\":1000", "\"name\":\"cat.png\"")
                .doesNotContain("partSize");
        assertThat(server.lengths).containsExactly(Map.entry(1, 1_000));
        assertThat(uploaded.content().json())
                .contains("\"kind\":\"media\"", "\"ref\":\"" + FakeMedia.ID + "\"", "\"width\":3");
        assertThat(progress).endsWith(1_000L);
    }

    @Test
    void cutsALargeFileIntoParts() throws IOException {
        upload("film.mp4", LARGE);

        assertThat(server.lengths).containsExactly(Map.entry(1, PART), Map.entry(2, PART), Map.entry(3, 5));
        assertThat(progress).endsWith((long) LARGE).isSorted();
        assertThat(begun).isEmpty();
    }

    @Test
    void goesOnWithThePartsThatAreMissing() throws IOException {
        // Given: begun before, by a client that ended
        Path file = file("film.mp4", LARGE);
        server.lengths.put(2, PART);
        begun.put(FileParts.of(file).sha256OfAll(), new MediaId(FakeMedia.ID));

        // When
        uploadFile.upload(file, progress::add);

        // Then
        assertThat(server.announcements).isEmpty();
        assertThat(server.puts).containsExactlyInAnyOrder(1, 3);
        assertThat(progress).endsWith((long) LARGE);
        assertThat(begun).isEmpty();
    }

    @Test
    void beginsAnewWhenTheUploadIsOver() throws IOException {
        Path file = file("film.mp4", LARGE);
        begun.put(FileParts.of(file).sha256OfAll(), new MediaId(FakeMedia.ID));
        server.statusOfParts = 410;

        uploadFile.upload(file, progress::add);

        assertThat(server.announcements).hasSize(1);
        assertThat(server.lengths).hasSize(3);
    }

    @Test
    void triesAgainWhatFailsForAWhile() throws IOException {
        server.failingPuts.set(3);

        upload("film.mp4", LARGE);

        assertThat(server.puts).hasSize(6);
        assertThat(progress).endsWith((long) LARGE);
    }

    @Test
    void givesUpOnARefusalAndCanGoOnLater() throws IOException {
        Path file = file("film.mp4", LARGE);
        server.refusedPuts.set(3);

        assertThatThrownBy(() -> uploadFile.upload(file, progress::add)).isInstanceOf(ApiRefused.class);

        assertThat(begun).hasSize(1);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> upload("nothing", 0)).isInstanceOf(IOException.class);
    }

    private UploadedFile upload(String name, int size) throws IOException {
        return uploadFile.upload(file(name, size), progress::add);
    }

    private Path file(String name, int size) throws IOException {
        return Files.write(folder.resolve(name), new byte[size]);
    }

    /** Remembers for the time of a test. */
    private final class InMemory implements UnfinishedUploads {
        @Override
        public Optional<MediaId> find(String sha256) {
            return Optional.ofNullable(begun.get(sha256));
        }

        @Override
        public void remember(String sha256, MediaId media) {
            begun.put(sha256, media);
        }

        @Override
        public void forget(String sha256) {
            begun.remove(sha256);
        }
    }
}
