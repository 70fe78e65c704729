package chat.natter.media.storage;

import chat.natter.media.item.FileClaim;
import chat.natter.media.item.Sha256;
import java.util.Optional;

/**
 * A SHA-256 that S3 verified: of the whole, or of the hashes of so many parts.
 *
 * @param parts 0 for the whole
 */
public record Attested(Sha256 sha256, int parts) {
    /** Reads S3's form: base 64, and {@code -parts} behind it. */
    static Optional<Attested> parse(String checksum) {
        int dash = checksum.indexOf('-');
        try {
            return dash < 0
                    ? Optional.of(new Attested(Sha256.ofBase64(checksum), 0))
                    : Optional.of(new Attested(
                            Sha256.ofBase64(checksum.substring(0, dash)),
                            Integer.parseInt(checksum.substring(dash + 1))));
        } catch (RuntimeException e) {
            // A form of checksum that this version does not know attests nothing: the bytes are read instead.
            return Optional.empty();
        }
    }

    public boolean speaksOf(FileClaim file) {
        return parts == file.parts();
    }
}
