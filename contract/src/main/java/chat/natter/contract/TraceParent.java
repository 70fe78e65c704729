package chat.natter.contract;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The step that a record came out of, in the header {@link #HEADER} of records on any topic. Only the records of
 * messages that are followed have it; whoever writes a record because of such a one puts its own step there.
 *
 * @param traceId what all steps of a message share: 32 lower-case hexadecimal digits, not all of them zero
 * @param spanId the step: 16 such digits
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context, traceparent</a>
 */
public record TraceParent(String traceId, String spanId) {
    public static final String HEADER = "traceparent";

    private static final Pattern SAMPLED = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-01");

    /** What the header says; null if there is none, if it is unreadable, or if the message is not followed. */
    public static @Nullable TraceParent read(byte @Nullable [] header) {
        if (header == null) {
            return null;
        }
        Matcher read = SAMPLED.matcher(new String(header, StandardCharsets.ISO_8859_1));
        return read.matches() ? new TraceParent(read.group(1), read.group(2)) : null;
    }

    /** The header's value. */
    public byte[] toBytes() {
        return ("00-" + traceId + "-" + spanId + "-01").getBytes(StandardCharsets.ISO_8859_1);
    }
}
