package chat.natter.history.takeout;

import chat.natter.contract.InvalidId;
import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a message's content says, in words for people; nothing of it can be trusted to have any form. */
final class Words {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long KIB = 1024;

    private final JsonNode json;

    private Words(JsonNode json) {
        this.json = json;
    }

    static Words of(Content content) {
        try {
            return new Words(JSON.readTree(content.json()));
        } catch (JsonProcessingException e) {
            return new Words(MissingNode.getInstance());
        }
    }

    /** The lines of a message; at least one. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        switch (kind()) {
            case "text" -> lines.add(json.path("text").asText());
            case "location" -> {
                lines.add("📍 " + words("name", "address"));
                lines.add(words("latitude", "longitude"));
            }
            case "contact" -> lines.add("👤 " + words("name"));
            case "poll" -> {
                lines.add("📊 " + words("question"));
                json.path("options")
                        .forEach(option -> lines.add("○ " + option.path("text").asText(option.asText())));
            }
            default -> {
                if (file().isPresent() || json.has("mime")) {
                    lines.add("📎 " + fileFacts());
                } else {
                    lines.add("[" + kind() + "]");
                }
                lines.add(words("caption"));
            }
        }
        lines.removeIf(String::isBlank);
        return lines.isEmpty() ? List.of("[" + kind() + "]") : lines;
    }

    /** What was done to a group, without who did it. */
    String event(CallBy callBy) {
        return switch (kind()) {
            case "group.create" -> "made the group " + words("title");
            case "group.add" -> "added " + members(callBy);
            case "group.remove" -> "removed " + members(callBy);
            case "group.leave" -> "left";
            case "group.profile" -> "changed the group " + words("title");
            case "group.role" -> "made " + members(callBy) + " " + words("role");
            case "group.settings" -> "changed what members may do";
            case "group.owner" ->
                "handed the group over to "
                        + people().map(callBy::name).findFirst().orElse("somebody");
            case "group.invite" -> "made an invitation";
            case "group.revoke" -> "took the invitation back";
            case "group.ask" -> "asked to join";
            case "group.decline" -> "declined " + members(callBy);
            default -> "[" + kind() + "]";
        };
    }

    /** Whether its author's account was erased, and with it what was said. */
    boolean isErased() {
        return kind().equals("erased");
    }

    /** The reaction of one user. */
    String reaction() {
        return words("emoji");
    }

    /** The file that is named in it. */
    Optional<MediaId> file() {
        try {
            return json.path("ref").isTextual()
                    ? Optional.of(new MediaId(json.path("ref").asText()))
                    : Optional.empty();
        } catch (InvalidId e) {
            return Optional.empty();
        }
    }

    /** Users whom a change of a group names. */
    Stream<UserId> people() {
        List<String> named = new ArrayList<>();
        if (kind().startsWith("group.")) {
            json.path("members").forEach(member -> named.add(member.asText()));
            named.add(json.path("owner").asText());
            named.add(json.path("user").asText());
        }
        return named.stream().flatMap(Words::user);
    }

    private static Stream<UserId> user(String text) {
        try {
            return Stream.of(new UserId(text));
        } catch (InvalidId e) {
            return Stream.empty();
        }
    }

    private String kind() {
        return json.path("kind").asText("?");
    }

    private String members(CallBy callBy) {
        List<String> names = people().map(callBy::name).toList();
        return names.isEmpty() ? json.path("count").asText() + " members" : String.join(", ", names);
    }

    private String fileFacts() {
        List<String> facts = new ArrayList<>();
        Stream.of("name", "mime")
                .map(this::words)
                .filter(fact -> !fact.isEmpty())
                .forEach(facts::add);
        if (json.path("size").isIntegralNumber()) {
            facts.add(size(json.path("size").asLong()));
        }
        return facts.isEmpty() ? "file" : String.join(", ", facts);
    }

    private static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < KIB * KIB
                ? bytes / KIB + " KiB"
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (KIB * KIB));
    }

    private String words(String... names) {
        return String.join(
                ", ",
                Stream.of(names)
                        .map(name -> json.path(name).asText())
                        .filter(word -> !word.isBlank())
                        .toList());
    }
}
