package chat.natter.client.terminal;

import chat.natter.contract.InvalidId;
import chat.natter.contract.MediaId;
import chat.natter.contract.frame.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of the messages that were shown, by number. */
final class SeenFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<MediaId> files = new ArrayList<>();

    /** The file's number, from 1; empty if this is no message with a file. */
    Optional<Integer> see(Content content) {
        try {
            JsonNode ref = JSON.readTree(content.json()).path("ref");
            if (!ref.isTextual()) {
                return Optional.empty();
            }
            MediaId file = new MediaId(ref.asText());
            if (!files.contains(file)) {
                files.add(file);
            }
            return Optional.of(files.indexOf(file) + 1);
        } catch (JsonProcessingException | InvalidId e) {
            return Optional.empty();
        }
    }

    /** 0 stands for the newest. */
    Optional<MediaId> file(int number) {
        int index = number == 0 ? files.size() - 1 : number - 1;
        return index >= 0 && index < files.size() ? Optional.of(files.get(index)) : Optional.empty();
    }
}
