package chat.natter.client.terminal;

import chat.natter.contract.frame.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The {@code text} kind of content, and what stands for the others. */
final class MessageText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MessageText() {}

    static Content content(String text) {
        return Content.ofJson(JsonNodeFactory.instance
                .objectNode()
                .put("kind", "text")
                .put("text", text)
                .toString());
    }

    static String of(Content content) {
        try {
            JsonNode json = JSON.readTree(content.json());
            String kind = json.path("kind").asText("?");
            return kind.equals("text") ? json.path("text").asText() : "[" + kind + "]";
        } catch (JsonProcessingException e) {
            return "[unreadable]";
        }
    }
}
