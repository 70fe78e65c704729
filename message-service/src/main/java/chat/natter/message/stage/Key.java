package chat.natter.message.stage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keys of an {@link OrderedStore}: one letter for the kind, ASCII ids of fixed length, big-endian numbers. */
public final class Key {
    private final ByteBuffer bytes;

    private Key(int capacity) {
        bytes = ByteBuffer.allocate(capacity);
    }

    /** A key of that kind; the ids follow without a separator, since ids of one kind have one length. */
    public static byte[] of(char kind, String... ids) {
        int length = 1;
        for (String id : ids) {
            length += id.length();
        }
        Key key = new Key(length);
        key.bytes.put((byte) kind);
        for (String id : ids) {
            key.bytes.put(id.getBytes(StandardCharsets.ISO_8859_1));
        }
        return key.bytes.array();
    }

    public static byte[] append(byte[] key, byte[] suffix) {
        byte[] result = Arrays.copyOf(key, key.length + suffix.length);
        System.arraycopy(suffix, 0, result, key.length, suffix.length);
        return result;
    }

    public static byte[] append(byte[] key, long number) {
        byte[] result = Arrays.copyOf(key, key.length + Long.BYTES);
        ByteBuffer.wrap(result).putLong(key.length, number);
        return result;
    }

    /** The number that ends the key. */
    public static long number(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    /** The ids from there to the end. */
    public static String text(byte[] key, int from) {
        return text(key, from, key.length - from);
    }

    public static String text(byte[] key, int from, int length) {
        return new String(key, from, length, StandardCharsets.ISO_8859_1);
    }

    /** The first key behind all that begin with this one. */
    public static byte[] after(byte[] prefix) {
        byte[] end = prefix.clone();
        // ASCII never reaches 0xff, and numbers are only appended, so the last byte can be raised.
        end[end.length - 1]++;
        return end;
    }

    /** The smallest key greater than this one. */
    public static byte[] next(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }
}
