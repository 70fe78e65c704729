package chat.natter.client.terminal;

import chat.natter.contract.frame.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The {@code text} kind of content, and what stands for the others. */
final class MessageText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final long KIB = 1024;

    private MessageText() {}

    static Content content(String text) {
        return Content.ofJson(JsonNodeFactory.instance
                .objectNode()
                .put("kind", "text")
                .put("text", text)
                .toString());
    }

    private static String file(JsonNode json) {
        List<String> facts = new ArrayList<>(List.of(
                json.path("name").asText("file"),
                json.path("mime").asText("unknown type"),
                size(json.path("size").asLong())));
        if (json.path("width").isInt() && json.path("height").isInt()) {
            facts.add(json.path("width").asInt() + "×" + json.path("height").asInt());
        }
        if (json.path("durationMs").isIntegralNumber()) {
            long seconds = json.path("durationMs").asLong() / 1_000;
            facts.add("%d:%02d".formatted(seconds / 60, seconds % 60));
        }
        return "[" + String.join(", ", facts) + "]";
    }

    private static String size(long bytes) {
        return bytes < KIB
                ? bytes + " B"
                : bytes < KIB * KIB
                        ? bytes / KIB + " KiB"
                        : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (KIB * KIB));
    }

    private static String members(JsonNode json, UnaryOperator<String> nameOf) {
        List<String> names = new ArrayList<>();
        json.path("members").forEach(member -> names.add(nameOf.apply(member.asText())));
        return names.isEmpty() ? json.path("count").asText() + " members" : String.join(", ", names);
    }

    private static String reason(JsonNode json) {
        String reason = json.path("reason").asText();
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    private static String timer(JsonNode settings) {
        if (!settings.has("expireAfter")) {
            return "";
        }
        int seconds = settings.path("expireAfter").asInt();
        return seconds == 0 ? ": messages stay" : ": messages vanish after " + seconds + " s";
    }

    static Content ofKind(String kind) {
        return Content.ofJson(
                JsonNodeFactory.instance.objectNode().put("kind", kind).toString());
    }

    static Content reaction(String emoji) {
        return Content.ofJson(JsonNodeFactory.instance
                .objectNode()
                .put("kind", "reaction")
                .put("emoji", emoji)
                .toString());
    }

    static String of(Content content) {
        return of(content, id -> "somebody");
    }

    /** {@code nameOf} gives a user's name. */
    static String of(Content content, UnaryOperator<String> nameOf) {
        try {
            JsonNode json = JSON.readTree(content.json());
            String kind = json.path("kind").asText("?");
            return switch (kind) {
                case "media" -> file(json);
                case "text" -> json.path("text").asText();
                case "reaction" -> json.path("emoji").asText();
                case "group.create" -> "made the group " + json.path("title").asText();
                case "group.add" -> "added " + members(json, nameOf);
                case "group.remove" -> "removed " + members(json, nameOf) + reason(json);
                case "group.leave" -> "left";
                case "group.profile" ->
                    "changed the group: " + json.path("title").asText("…");
                case "group.settings" -> "changed the settings" + timer(json.path("settings"));
                case "group.role" -> "made " + json.path("role").asText() + ": " + members(json, nameOf);
                case "group.owner" ->
                    "handed over to " + nameOf.apply(json.path("owner").asText());
                default -> "[" + kind + "]";
            };
        } catch (JsonProcessingException e) {
            return "[unreadable]";
        }
    }
}
