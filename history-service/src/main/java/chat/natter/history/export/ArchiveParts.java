package chat.natter.history.export;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of an export that are whole; kept as the place where the job goes on.
 *
 * @param parts in their order
 * @param after the last entry in them, as {@code CONVERSATION/SEQ}; absent while there is none
 */
record ArchiveParts(List<Part> parts, @Nullable String after) {
    static final ArchiveParts NONE = new ArchiveParts(List.of(), null);

    /**
     * A file of JSON Lines, compressed by gzip.
     *
     * @param key where it lies
     * @param entries its lines
     * @param bytes its size
     * @param sha256 of the file as it lies there, in hex
     */
    record Part(String key, long entries, long bytes, String sha256) {}

    ArchiveParts with(Part part, String last) {
        return new ArchiveParts(Stream.concat(parts.stream(), Stream.of(part)).toList(), last);
    }

    long entries() {
        return parts.stream().mapToLong(Part::entries).sum();
    }

    long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }
}
