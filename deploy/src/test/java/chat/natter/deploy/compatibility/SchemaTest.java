package chat.natter.deploy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final Path LAST_RELEASE = Repository.at("contract/src/test/resources/golden/schema.txt");

    /**
     * At a release, after this has passed: {@code -Dnatter.release=true} takes the present schema as the one to keep.
     */
    @Test
    void keepsEveryFieldOfTheLastRelease() throws IOException {
        Set<String> now = ReadSchema.lines();

        assertThat(now)
                .as("fields are added, never renumbered, renamed or removed: the version before still writes them")
                .containsAll(Files.readAllLines(LAST_RELEASE));

        if (Boolean.getBoolean("natter.release")) {
            Files.writeString(LAST_RELEASE, String.join("\n", now) + "\n");
        }
    }

    @Test
    void givesNoNumberTwice() {
        assertThat(ReadSchema.lines().stream()
                        .map(line -> line.split(" ", 3))
                        .map(words -> words[0] + " " + words[1])
                        .collect(Collectors.groupingBy(numbered -> numbered, Collectors.counting())))
                .allSatisfy((numbered, times) -> assertThat(times).as(numbered).isEqualTo(1));
    }

    @Test
    void readsMessagesWithinMessagesOneofsAndConstants() {
        assertThat(ReadSchema.parse("""
                        message Outer {
                          // int32 gone = 9;
                          optional int64 at = 1;
                          oneof body {
                            Inner inner = 2;
                          }
                          message Inner {
                            repeated string names = 1;
                            map<string, int32> counts = 2;
                          }
                          enum Kind {
                            UNKNOWN = 0;
                            NEW = 1;
                          }
                        }
                        """))
                .containsExactly(
                        "Outer 1 optional int64 at",
                        "Outer 2 Inner inner",
                        "Outer.Inner 1 repeated string names",
                        "Outer.Inner 2 map<string, int32> counts",
                        "Outer.Kind 0 UNKNOWN",
                        "Outer.Kind 1 NEW");
    }
}
