package chat.natter.load.media;

import chat.natter.contract.Digests;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 in hexadecimal. */
final class Hash {
    private Hash() {}

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.sha256(bytes));
    }

    /** Of the parts' hashes, as a file in parts is announced. */
    static String ofHashes(List<String> parts) {
        MessageDigest digest = Digests.sha256();
        parts.forEach(part -> digest.update(HexFormat.of().parseHex(part)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
