package chat.natter.media.upload;

import chat.natter.contract.Digests;
import chat.natter.media.item.FileClaim;
import chat.natter.media.item.PartSize;
import chat.natter.media.item.Sha256;
import chat.natter.media.storage.ObjectStore.OpenObject;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** What was really uploaded. Reads through a small fixed buffer: the file as a whole is never in memory. */
record Fingerprint(long size, Sha256 sha256, String version) {
    private static final int BUFFER = 64 * 1024;

    static Fingerprint of(OpenObject object, FileClaim file) throws IOException {
        PartSize partSize = file.partSize();
        if (partSize == null) {
            Hashed whole = hash(object, Long.MAX_VALUE);
            return new Fingerprint(whole.size, whole.sha256, object.version());
        }
        List<Sha256> parts = new ArrayList<>();
        long size = 0;
        Hashed part = hash(object, partSize.bytes());
        while (part.size > 0) {
            parts.add(part.sha256);
            size += part.size;
            part = hash(object, partSize.bytes());
        }
        return new Fingerprint(size, Sha256.ofParts(parts), object.version());
    }

    private record Hashed(long size, Sha256 sha256) {}

    private static Hashed hash(OpenObject object, long length) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        int count = object.bytes().read(buffer, 0, (int) Math.min(BUFFER, length));
        while (count > 0) {
            digest.update(buffer, 0, count);
            size += count;
            count = object.bytes().read(buffer, 0, (int) Math.min(BUFFER, length - size));
        }
        return new Hashed(size, Sha256.of(digest.digest()));
    }
}
