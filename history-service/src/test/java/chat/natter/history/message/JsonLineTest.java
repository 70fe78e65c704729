package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    @Test
    void isOneLineWhateverPeopleHaveWritten() throws Exception {
        ObjectMapper json = new ObjectMapper();
        SomeMessages some = new SomeMessages();
        ArchivedMessage forged = some.message(1, 1, null, "{\"kind\":\"x\",\r\"a\":\n{\"end\":true}\n,\"b\":\"\\n\"}");

        String line = new String(JsonLine.of(MessageJson.of(forged), json), StandardCharsets.UTF_8);

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n").doesNotContain("\r");
        assertThat(json.readTree(line).path("content"))
                .isEqualTo(json.readTree(forged.content().json()));
    }
}
