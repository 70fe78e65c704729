package chat.natter.contract.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One example per frame, read by every implementation: what is read and written again is the same text. */
final class GoldenFramesTest {
    static List<Path> clientFrames() throws IOException, URISyntaxException {
        return examples("client");
    }

    static List<Path> serverFrames() throws IOException, URISyntaxException {
        return examples("server");
    }

    @ParameterizedTest
    @MethodSource("clientFrames")
    void readsAndWritesWhatAClientSays(Path example) throws IOException {
        // Given
        String golden = Files.readString(example).strip();

        // When
        Decoded<ClientFrame> decoded = ReadClientFrame.read(golden.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(decoded).isInstanceOf(Decoded.Frame.class);
        ClientFrame frame = ((Decoded.Frame<ClientFrame>) decoded).frame();
        assertThat(new String(WriteClientFrame.write(frame), StandardCharsets.UTF_8))
                .isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("serverFrames")
    void readsAndWritesWhatAServerSays(Path example) throws IOException {
        // Given
        String golden = Files.readString(example).strip();

        // When
        Decoded<ServerFrame> decoded = ReadServerFrame.read(golden.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(decoded).isInstanceOf(Decoded.Frame.class);
        ServerFrame frame = ((Decoded.Frame<ServerFrame>) decoded).frame();
        assertThat(new String(WriteServerFrame.write(frame), StandardCharsets.UTF_8))
                .isEqualTo(golden);
    }

    private static List<Path> examples(String side) throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(GoldenFramesTest.class.getResource("/golden/frames/" + side))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
