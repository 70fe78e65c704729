package chat.natter.stack.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StackLayoutTest {
    @Test
    void disposesOfWhatBelongsToTheStackAndKeepsWhatIsShared() {
        // Given
        StackLayout layout = StackLayout.ofRoot(Path.of("/repo"));
        // Then
        assertThat(layout.disposable())
                .contains(Path.of("/repo/.natter/data"), Path.of("/repo/.natter/secrets"))
                .noneMatch(path -> layout.server("kafka").startsWith(path))
                .noneMatch(path -> Path.of("/repo/.natter/test/stack.json").startsWith(path));
    }

    @Test
    void sharesServersBetweenStacksOfOneRepository() {
        // Given
        StackLayout other = new StackLayout(Path.of("/repo"), Path.of("/tmp/other"));
        // Then
        assertThat(other.server("kafka")).isEqualTo(Path.of("/repo/.natter/servers/kafka"));
        assertThat(other.log("kafka")).isEqualTo(Path.of("/tmp/other/logs/kafka.log"));
    }
}
