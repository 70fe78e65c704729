package chat.natter.history.cassandra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The migrations that this version brings, in order. They are named here because a class path cannot be listed
 * reliably; a test compares this with the folder.
 */
final class MigrationFiles {
    static final String FOLDER = "/db/cassandra/";
    static final List<String> NAMES = List.of(
            "V001__messages.cql",
            "V002__bucket_starts.cql",
            "V003__actions.cql",
            "V004__groups.cql",
            "V005__search.cql",
            "V006__hidden_marks.cql",
            "V007__erasures.cql",
            "V008__personal.cql",
            "V009__retention.cql",
            "V010__jobs.cql",
            "V011__topics.cql",
            "V012__mentions.cql");

    private MigrationFiles() {}

    static List<Migration> all() {
        return NAMES.stream().map(name -> Migration.of(name, read(name))).toList();
    }

    private static String read(String name) {
        try (InputStream in = MigrationFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
