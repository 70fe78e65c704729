package chat.natter.media.item;

import org.jspecify.annotations.Nullable;

/**
 * What a client says of its file. Nobody else sees the file before the claim was verified.
 *
 * @param size bytes, from 1
 * @param sha256 of the bytes; of the parts' hashes if there is a part size
 * @param partSize absent for a file that travels in one PUT
 * @param encrypted the bytes say nothing to us: not looked into, never shown by a browser
 * @param withoutMetadata its metadata is to be removed, or has been once the medium is complete
 */
public record FileClaim(
        Mime mime,
        long size,
        Sha256 sha256,
        @Nullable PartSize partSize,
        @Nullable FileName name,
        boolean encrypted,
        boolean withoutMetadata) {
    /** The same file after something was taken out of it. */
    public FileClaim withBytes(long changedSize, Sha256 changedHash) {
        return new FileClaim(mime, changedSize, changedHash, partSize, name, encrypted, withoutMetadata);
    }

    /** How many parts the upload has; 0 if it is one PUT. */
    public int parts() {
        return partSize == null ? 0 : partSize.count(size);
    }

    public boolean isInert() {
        return !encrypted && mime.isInert();
    }

    /** The type under which it may be served: its own, or one that no browser interprets. */
    public String served() {
        return isInert() ? mime.value() : Mime.UNKNOWN;
    }
}
