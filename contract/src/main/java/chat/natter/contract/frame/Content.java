package chat.natter.contract.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a message says: a JSON object with a string {@code kind}, kept byte for byte as its author wrote it. Routing
 * never looks inside, so that end-to-end encryption needs no special case.
 */
public final class Content {
    /** Kinds that begin like this tell of changes of a group, and only the server writes them. */
    static final String RESERVED = "group.";

    private final byte[] utf8;
    private final boolean reserved;

    /** Takes the array over: the caller must not change it afterwards. */
    public Content(byte[] utf8) {
        this(utf8, false);
    }

    Content(byte[] utf8, boolean reserved) {
        this.utf8 = utf8;
        this.reserved = reserved;
    }

    public static Content ofJson(String json) {
        return new Content(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of the JSON object, UTF-8. Not a copy. */
    public byte[] utf8() {
        return utf8;
    }

    /** Whether it was read with a kind that only the server may write. */
    boolean isReserved() {
        return reserved;
    }

    public String json() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && Arrays.equals(utf8, content.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    /** Only the size: message bodies must not get into logs by way of a record's toString. */
    @Override
    public String toString() {
        return "Content[" + utf8.length + " bytes]";
    }
}
