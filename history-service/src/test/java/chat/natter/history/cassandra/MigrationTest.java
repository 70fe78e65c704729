package chat.natter.history.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationTest {
    @Test
    void everyFileOfTheFolderIsNamedAndInOrder() throws IOException, URISyntaxException {
        // Given
        Path folder = Path.of(Objects.requireNonNull(getClass().getResource(MigrationFiles.FOLDER))
                .toURI());

        // Then
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(MigrationFiles.NAMES)
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void versionsAscendAndEveryFileHasStatementsThatBearRepeating() {
        int version = 0;
        for (Migration migration : MigrationFiles.all()) {
            assertThat(migration.version()).isGreaterThan(version);
            version = migration.version();
            assertThat(migration.statements()).isNotEmpty().allMatch(cql -> cql.contains("IF NOT EXISTS"));
        }
    }

    @Test
    void refusesAFileNameWithoutVersion() {
        assertThatThrownBy(() -> Migration.of("messages.cql", "A")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyspaceNameCannotSmuggleInAnything() {
        assertThat(new KeyspaceName("natter_2").value()).isEqualTo("natter_2");
        assertThatThrownBy(() -> new KeyspaceName("natter; DROP")).isInstanceOf(IllegalArgumentException.class);
    }
}
