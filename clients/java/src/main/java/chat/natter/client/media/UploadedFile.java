package chat.natter.client.media;

import chat.natter.contract.MediaId;
import chat.natter.contract.frame.Content;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A file that may be sent. */
public record UploadedFile(MediaId mediaId, String mime, long size, String name, JsonNode preview) {
    private static final List<String> SHOWN_AT_ONCE = List.of("width", "height", "durationMs", "blurHash", "waveform");

    /** The message that carries it, with what its receivers see before they load it. */
    public Content content() {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "media")
                .put("ref", mediaId.value())
                .put("mime", mime)
                .put("size", size)
                .put("name", name);
        SHOWN_AT_ONCE.stream().filter(preview::has).forEach(member -> content.set(member, preview.get(member)));
        return Content.ofJson(content.toString());
    }
}
