package chat.natter.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What tests read of what the service answered. */
final class Answers {
    private Answers() {}

    static List<JsonNode> list(JsonNode page) {
        return list(page, "messages");
    }

    static List<JsonNode> list(JsonNode page, String name) {
        List<JsonNode> members = new ArrayList<>();
        page.get(name).forEach(members::add);
        return members;
    }

    /** Of messages, or of the messages of hits. */
    static List<Long> seqs(List<JsonNode> members) {
        return members.stream()
                .map(member -> member.path("message")
                        .path("seq")
                        .asLong(member.path("seq").asLong()))
                .toList();
    }

    static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static void assertProblem(HttpResponse<String> response, int status, String code) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(HistoryClient.json(response).get("code").asText()).isEqualTo(code);
    }
}
