package chat.natter.stack.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyAppTest {
    private final Path folder;

    CopyAppTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesTheTargetTheSameAndDropsWhatIsGone() throws Exception {
        // Given
        Path built = folder.resolve("built");
        Path target = folder.resolve("target");
        Files.createDirectories(built.resolve("lib"));
        Files.writeString(built.resolve("lib/a.jar"), "new");
        Files.createDirectories(target.resolve("lib/old"));
        Files.writeString(target.resolve("lib/old/b.jar"), "gone");
        Files.writeString(target.resolve("lib/a.jar"), "older");
        // When
        CopyApp.copy(built, target);
        // Then
        assertThat(target.resolve("lib/a.jar")).hasContent("new");
        assertThat(target.resolve("lib/old")).doesNotExist();
    }

    @Test
    void deletesLinksButNotWhatTheyPointTo() throws Exception {
        // Given
        Path kept = Files.writeString(folder.resolve("kept"), "kept");
        Path tree = Files.createDirectories(folder.resolve("tree/deep"));
        Files.createSymbolicLink(tree.resolve("link"), kept);
        Files.createSymbolicLink(tree.resolve("folder-link"), folder);
        // When
        DeleteTree.delete(folder.resolve("tree"));
        // Then
        assertThat(folder.resolve("tree")).doesNotExist();
        assertThat(kept).hasContent("kept");
    }
}
