package chat.natter.media.upload;

import chat.natter.media.item.Sha256;
import chat.natter.media.storage.ObjectStore.OpenObject;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What was really uploaded. Reads through a small fixed buffer: the file as a whole is never in memory. */
record Fingerprint(long size, Sha256 sha256, String version) {
    private static final int BUFFER = 64 * 1024;

    static Fingerprint of(OpenObject object) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        int count = object.bytes().read(buffer);
        while (count >= 0) {
            digest.update(buffer, 0, count);
            size += count;
            count = object.bytes().read(buffer);
        }
        return new Fingerprint(size, Sha256.of(digest.digest()), object.version());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
