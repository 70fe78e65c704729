package chat.natter.contract.frame;

import chat.natter.contract.InvalidId;
import chat.natter.contract.UserId;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object in a single pass: strings, integers, booleans, objects, arrays of strings or of
 * objects, and {@code content} as the bytes it stands in. Anything else is legal JSON that no frame of ours uses, and
 * is left out.
 */
final class Fields {
    private static final int DEPTH = 32;
    /** A group has no more members; how many a message may have is a matter of configuration. */
    private static final int MAX_MENTIONS = 1_024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // Names come from strangers, so they are not interned. The table of names must stay on, though Jackson
            // drops
            // it at a few thousand: without it bytes are read as characters, and there are no byte offsets for content.
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build();

    private static final Object OTHER_ARRAY = new Object();
    private static final Object NO_KIND = new Object();

    private final Map<String, Object> values = new HashMap<>();

    /** Throws {@link BadFrame} unless the bytes are exactly one JSON object. */
    static Fields parse(byte[] utf8) {
        try (JsonParser parser = JSON.createParser(utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw BadFrame.of("a frame is one JSON object");
            }
            Fields fields = object(parser, utf8);
            if (parser.nextToken() != null) {
                throw BadFrame.of("something follows the JSON object");
            }
            return fields;
        } catch (IOException e) {
            // Jackson's message may quote the input, and a frame may hold a body.
            throw BadFrame.of("not well-formed JSON");
        }
    }

    private static Fields object(JsonParser parser, byte[] utf8) throws IOException {
        Fields fields = new Fields();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (token) {
                case VALUE_STRING -> fields.values.put(name, parser.getText());
                case VALUE_NUMBER_INT -> fields.values.put(name, number(parser, name));
                case VALUE_TRUE -> fields.values.put(name, true);
                case VALUE_FALSE -> fields.values.put(name, false);
                case START_OBJECT ->
                    fields.values.put(name, name.equals("content") ? content(parser, utf8) : object(parser, utf8));
                case START_ARRAY -> fields.values.put(name, array(parser, utf8));
                default -> {
                    // null and fractions: no frame has such a field, so they count as absent.
                }
            }
        }
        return fields;
    }

    private static Long number(JsonParser parser, String name) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw BadFrame.of(name + " is out of range");
        }
        return parser.getLongValue();
    }

    /** An array of neither strings nor objects is none that a frame uses, and counts as absent where one is wanted. */
    private static Object array(JsonParser parser, byte[] utf8) throws IOException {
        List<Object> elements = new ArrayList<>();
        boolean used = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                elements.add(parser.getText());
            } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                elements.add(object(parser, utf8));
            } else {
                used = false;
                parser.skipChildren();
            }
        }
        return used ? elements : OTHER_ARRAY;
    }

    /** The elements, if they are all of that kind. */
    private <E> @Nullable List<E> elements(String name, Class<E> kind) {
        if (values.get(name) instanceof List<?> elements && elements.stream().allMatch(kind::isInstance)) {
            return elements.stream().map(kind::cast).toList();
        }
        return null;
    }

    private static Object content(JsonParser parser, byte[] utf8) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        String kind = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean named = parser.currentName().equals("kind");
            if (parser.nextToken() == JsonToken.VALUE_STRING && named) {
                kind = parser.getText();
            }
            parser.skipChildren();
        }
        if (kind == null) {
            return NO_KIND;
        }
        int end = (int) parser.currentLocation().getByteOffset();
        return new Content(Arrays.copyOfRange(utf8, start, end), kind.startsWith(Content.RESERVED));
    }

    @Nullable
    String text(String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    String requireText(String name) {
        String text = text(name);
        if (text == null) {
            throw BadFrame.of(name + " is missing or no string");
        }
        return text;
    }

    <T> T require(String name, Function<String, T> type) {
        String text = requireText(name);
        try {
            return type.apply(text);
        } catch (InvalidId e) {
            throw BadFrame.of(name + " is " + e.getMessage());
        }
    }

    @Nullable
    Long number(String name, long least, long most) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Long number && number >= least && number <= most) {
            return number;
        }
        throw BadFrame.of(name + " is no integer from " + least + " to " + most);
    }

    long requireNumber(String name, long least, long most) {
        Long number = number(name, least, most);
        if (number == null) {
            throw BadFrame.of(name + " is missing");
        }
        return number;
    }

    boolean requireFlag(String name) {
        if (values.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw BadFrame.of(name + " is neither true nor false");
    }

    /** A list of at least one text. */
    <T> List<T> requireAll(String name, Function<String, T> type) {
        List<T> all = requireEach(name, type);
        if (all.isEmpty()) {
            throw BadFrame.of(name + " is no list of at least one string");
        }
        return all;
    }

    /** A list of texts, which may be empty. */
    <T> List<T> requireEach(String name, Function<String, T> type) {
        List<String> texts = elements(name, String.class);
        if (texts == null) {
            throw BadFrame.of(name + " is no list of strings");
        }
        try {
            return texts.stream().map(type).toList();
        } catch (InvalidId e) {
            throw BadFrame.of(name + " holds what is " + e.getMessage());
        }
    }

    /** A list of objects, which may be empty. */
    <T> List<T> requireObjects(String name, Function<Fields, T> type) {
        List<Fields> objects = elements(name, Fields.class);
        if (objects == null) {
            throw BadFrame.of(name + " is no list of objects");
        }
        return objects.stream().map(type).toList();
    }

    /** The user ids of an array, each once, in their order; empty if there is none. */
    List<UserId> users(String name, int most) {
        if (!values.containsKey(name)) {
            return List.of();
        }
        List<String> texts = elements(name, String.class);
        if (texts == null) {
            throw BadFrame.of(name + " is no list of strings");
        }
        if (texts.size() > most) {
            throw BadFrame.of(name + " has more than " + most + " elements");
        }
        try {
            return texts.stream().map(UserId::new).distinct().toList();
        } catch (InvalidId e) {
            throw BadFrame.of(name + " has an element that is not a user id");
        }
    }

    /** How often a message was passed on; 0 if it does not say so. */
    int forwarded() {
        Long forwarded = number("forwarded", 1, LogEntry.MOST_TIMES);
        return forwarded == null ? 0 : forwarded.intValue();
    }

    Mentions mentions() {
        return new Mentions(users("mentions", MAX_MENTIONS), flag("mentionsAll"));
    }

    /** A text of at most so many characters; null if it is absent. */
    @Nullable
    String text(String name, int most) {
        String text = text(name);
        if (text != null && text.length() > most) {
            throw BadFrame.of(name + " has more than " + most + " characters");
        }
        return text;
    }

    /** True, false, or null if it is absent. */
    @Nullable
    Boolean choice(String name) {
        return values.get(name) instanceof Boolean choice ? choice : null;
    }

    /** The members of an object; none if it is absent. */
    Fields objectOrEmpty(String name) {
        return values.get(name) instanceof Fields fields ? fields : new Fields();
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    @Nullable
    Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw BadFrame.of(name + " is no RFC 3339 time");
        }
    }

    Instant requireInstant(String name) {
        Instant instant = instant(name);
        if (instant == null) {
            throw BadFrame.of(name + " is missing");
        }
        return instant;
    }

    Fields requireObject(String name) {
        if (values.get(name) instanceof Fields fields) {
            return fields;
        }
        throw BadFrame.of(name + " is missing or no object");
    }

    Content requireContent() {
        if (values.get("content") == NO_KIND) {
            throw BadFrame.of("content has no string \"kind\"");
        }
        if (values.get("content") instanceof Content content) {
            return content;
        }
        throw BadFrame.of("content is missing or no object");
    }
}
