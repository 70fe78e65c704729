package chat.natter.stack.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalenessTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Path folder;

    private Path artifact = Path.of("");
    private Path source = Path.of("");

    StalenessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void builtAtNoonFromAnOlderSource() throws Exception {
        artifact = fileOf("target/app.jar", NOON);
        source = fileOf("src/main/java/deep/A.java", NOON.minusSeconds(1));
    }

    @Test
    void keepsWhatIsNewerThanItsSources() {
        assertThat(Staleness.isStale(artifact, List.of(folder.resolve("src")))).isFalse();
    }

    @Test
    void rebuildsWhenAFileDeepInAFolderIsNewer() throws Exception {
        // When
        Files.setLastModifiedTime(source, FileTime.from(NOON.plusSeconds(1)));
        // Then
        assertThat(Staleness.isStale(artifact, List.of(folder.resolve("src")))).isTrue();
    }

    @Test
    void rebuildsWhatIsMissing() throws Exception {
        // When
        Files.delete(artifact);
        // Then
        assertThat(Staleness.isStale(artifact, List.of())).isTrue();
    }

    @Test
    void takesNoOffenceAtASourceThatDoesNotExist() {
        assertThat(Staleness.isStale(artifact, List.of(folder.resolve("nowhere"))))
                .isFalse();
    }

    private Path fileOf(String name, Instant modified) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
