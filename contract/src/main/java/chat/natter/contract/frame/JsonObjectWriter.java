package chat.natter.contract.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes one frame: {@code type} first, absent fields left out. Writing to memory cannot fail. */
final class JsonObjectWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int TYPICAL_BYTES = 512;
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    private final JsonGenerator json;

    JsonObjectWriter(String type) {
        this("type", type);
    }

    /** An object that begins with another member. */
    JsonObjectWriter(String name, String value) {
        try {
            json = JSON.createGenerator(bytes);
            json.writeStartObject();
            json.writeStringField(name, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the value's text; leaves the field out if it is null. */
    JsonObjectWriter put(String name, @Nullable Object value) {
        try {
            if (value instanceof Number number) {
                json.writeNumberField(name, number.longValue());
            } else if (value instanceof Boolean flag) {
                json.writeBooleanField(name, flag);
            } else if (value instanceof Instant instant) {
                json.writeStringField(name, RFC_3339.format(instant));
            } else if (value instanceof Collection<?> values) {
                putAll(name, values);
            } else if (value instanceof Target target) {
                open(name)
                        .put("seq", target.seq())
                        .put("device", target.device())
                        .put("id", target.id())
                        .close();
            } else if (value instanceof Content content) {
                json.writeFieldName(name);
                json.writeRawValue(new String(content.utf8(), StandardCharsets.UTF_8));
            } else if (value != null) {
                json.writeStringField(name, value.toString());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the texts of all values. */
    JsonObjectWriter putAll(String name, Collection<?> values) {
        try {
            json.writeArrayFieldStart(name);
            for (Object value : values) {
                json.writeString(value.toString());
            }
            json.writeEndArray();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often a message was passed on; nothing if it never was. */
    JsonObjectWriter putForwarded(int forwarded) {
        return put("forwarded", forwarded == 0 ? null : forwarded);
    }

    JsonObjectWriter putMentions(Mentions mentions) {
        return put("mentions", mentions.users().isEmpty() ? null : mentions.users())
                .putTrue("mentionsAll", mentions.all());
    }

    /** Writes an object for each value. */
    <T> JsonObjectWriter putEach(String name, Collection<T> values, BiConsumer<JsonObjectWriter, T> object) {
        try {
            json.writeArrayFieldStart(name);
            for (T value : values) {
                json.writeStartObject();
                object.accept(this, value);
                json.writeEndObject();
            }
            json.writeEndArray();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonObjectWriter putTrue(String name, boolean value) {
        try {
            if (value) {
                json.writeBooleanField(name, true);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonObjectWriter open(String name) {
        try {
            json.writeObjectFieldStart(name);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonObjectWriter close() {
        try {
            json.writeEndObject();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] toBytes() {
        close();
        try {
            json.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
