package chat.natter.history.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/**
 * A line of JSON Lines. What people have written is passed on byte for byte and may have line breaks between its
 * tokens: they would end the line, and what comes after them could pass for a line of ours. Within a string JSON has
 * none.
 */
public final class JsonLine {
    private JsonLine() {}

    /** With the line break that ends it, and no other. */
    public static byte[] of(Object value, ObjectMapper json) {
        try {
            String line = json.writeValueAsString(value).replace('\n', ' ').replace('\r', ' ');
            return (line + '\n').getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can be written", e);
        }
    }
}
