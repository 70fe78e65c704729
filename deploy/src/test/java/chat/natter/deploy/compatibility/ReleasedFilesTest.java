package chat.natter.deploy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden frames and records that have been released: more may come, but these stay, whatever the code does. */
class ReleasedFilesTest {
    private static final Path GOLDEN = Repository.at("contract/src/test/resources/golden");

    /** In the form of {@code sha256sum}, from that folder. */
    private static final Path RELEASED = GOLDEN.resolve("released.sha256");

    /** At a release, after this has passed: {@code -Dnatter.release=true} adds what has come since the last one. */
    @Test
    void keepsEveryGoldenFileOfTheLastRelease() throws IOException {
        List<String> now = Repository.files(GOLDEN, ReleasedFilesTest::isExample).stream()
                .map(ReleasedFilesTest::line)
                .toList();

        assertThat(now)
                .as("golden files are added, never changed or removed: the version before still writes them")
                .isNotEmpty()
                .containsAll(Files.readAllLines(RELEASED));

        if (Boolean.getBoolean("natter.release")) {
            Files.writeString(RELEASED, String.join("\n", now) + "\n");
        }
    }

    private static boolean isExample(Path file) {
        return file.startsWith(GOLDEN.resolve("frames")) || file.startsWith(GoldenRecord.FOLDER);
    }

    private static String line(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest) + "  " + GOLDEN.relativize(file);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(file + " cannot be hashed", e);
        }
    }
}
