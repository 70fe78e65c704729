package chat.natter.history.search;

import chat.natter.contract.frame.Content;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what of a message's content can be searched: the words of the kinds that people read. Content of any other
 * kind, above all encrypted content, has no text here and never gets into the index.
 */
final class ReadText {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "voice", "file", "media", "sticker");
    private static final Map<String, List<String>> WORDS = Map.of(
            "text", List.of("text"),
            "location", List.of("name", "address"),
            "contact", List.of("name"),
            "poll", List.of("question"));
    private static final List<String> WORDS_OF_MEDIA = List.of("caption", "name");
    /** Everything beyond is not searched: nobody types so much. */
    private static final int MAX_LENGTH = 8_192;

    private ReadText() {}

    /**
     * What is searched of one message.
     *
     * @param text empty if nothing
     */
    record Searchable(String text, boolean media) {}

    static Searchable of(Content content) {
        Map<String, String> members = strings(content);
        String kind = members.getOrDefault("kind", "");
        boolean media = MEDIA.contains(kind);
        List<String> names = media ? WORDS_OF_MEDIA : WORDS.getOrDefault(kind, List.of());
        String text = names.stream()
                .flatMap(name -> Stream.ofNullable(members.get(name)))
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
        return new Searchable(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text, media);
    }

    /** The members of the object that are strings. */
    private static Map<String, String> strings(Content content) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = JSON.createParser(content.json())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    members.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            // Only objects are archived; what is none has nothing to search in it.
            return Map.of();
        }
        return members;
    }
}
