package chat.natter.contract;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The textual form of our ids: the 128 bits of a UUIDv7 as 26 lower-case characters of Crockford's base 32. Sorts by
 * time of creation, survives URLs, file names and Kafka topic names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">RFC 9562, section 5.7</a>
 */
public final class Ulid {
    static final int LENGTH = 26;
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    /** 26 characters hold 130 bits for 128: the first ten are two empty bits and the 48 of the time. */
    private static final int CHARACTERS_OF_TIME = 10;

    private Ulid() {}

    /** A new id: 48 bits of milliseconds, version and variant, 74 random bits. */
    public static String next(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return encode(high, low);
    }

    /** The textual form of 128 bits that are given. */
    static String of(UUID bits) {
        return encode(bits.getMostSignificantBits(), bits.getLeastSignificantBits());
    }

    /** When that id was made, in milliseconds; of an id that is valid, and that {@link #next} has made. */
    public static Instant timeOf(String id) {
        long millis = 0;
        for (int i = 0; i < CHARACTERS_OF_TIME; i++) {
            millis = millis << 5 | ALPHABET.indexOf(id.charAt(i));
        }
        return Instant.ofEpochMilli(millis);
    }

    /** Whether that is the textual form of 128 bits. */
    public static boolean isValid(String text) {
        // 26 characters hold 130 bits: the first may not exceed 7, or the id would not fit in 128.
        if (text.length() != LENGTH || text.charAt(0) > '7') {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'a' && c <= 'z' && c != 'i' && c != 'l' && c != 'o' && c != 'u';
            if (!digit && !letter) {
                return false;
            }
        }
        return true;
    }

    static String require(String text, String what) {
        if (!isValid(text)) {
            throw new InvalidId(what);
        }
        return text;
    }

    private static String encode(long high, long low) {
        char[] out = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            out[i] = ALPHABET.charAt((int) (low & 31));
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return new String(out);
    }
}
