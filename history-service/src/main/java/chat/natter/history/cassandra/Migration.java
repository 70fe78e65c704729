package chat.natter.history.cassandra;

import chat.natter.contract.Digests;
import java.util.HexFormat;
import java.util.List;

/**
 * One versioned file of CQL. Once applied somewhere it is never edited: its checksum is compared at every start. Its
 * statements must bear being run again, since a migration that died half-way starts over.
 */
record Migration(int version, String name, List<String> statements, String checksum) {
    Migration {
        statements = List.copyOf(statements);
    }

    /** @param fileName {@code V001__what_it_does.cql} */
    static Migration of(String fileName, String text) {
        if (!fileName.matches("V\\d{3}__[a-z0-9_]+\\.cql")) {
            throw new IllegalArgumentException("not a migration's file name: " + fileName);
        }
        return new Migration(
                Integer.parseInt(fileName.substring(1, 4)), fileName, CqlScript.statements(text), sha256(text));
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Digests.sha256(text));
    }
}
