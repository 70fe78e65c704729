package chat.natter.media.item;

import chat.natter.contract.Digests;
import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A SHA-256 hash as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!FORM.matcher(hex).matches()) {
            throw new Refusal(Problem.BAD_REQUEST, "sha256 must be 64 hexadecimal digits");
        }
    }

    public static Sha256 parse(String text) {
        return new Sha256(text.toLowerCase(Locale.ROOT));
    }

    public static Sha256 of(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    /** Reads what S3's checksum headers say. */
    public static Sha256 ofBase64(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    /** The hash of the parts' hashes, in their order. */
    public static Sha256 ofParts(List<Sha256> parts) {
        MessageDigest digest = Digests.sha256();
        parts.forEach(part -> digest.update(HexFormat.of().parseHex(part.hex)));
        return of(digest.digest());
    }

    /** As S3's checksum headers want it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    @Override
    public String toString() {
        return hex;
    }
}
