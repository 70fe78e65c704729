package chat.natter.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is made from the code and committed: the test fails when it is stale, and writes it when asked to. */
public final class Generated {
    private static final String WRITE = "natter.write";

    private Generated() {}

    /** With {@code -Dnatter.write=true} writes the file; otherwise it must already say exactly this. */
    public static void assertCurrent(Path file, String expected) {
        if (Boolean.getBoolean(WRITE)) {
            try {
                Files.writeString(file, expected);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(file)
                .as("stale: write it with mvn -pl deploy -am test -D%s=true", WRITE)
                .content()
                .isEqualTo(expected);
    }
}
