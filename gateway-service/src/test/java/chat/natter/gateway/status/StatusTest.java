package chat.natter.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final Status.Parts ALL = new Status.Parts(true, true, true, true);
    private static final Peer ALIVE = new Peer("gateway-1", "1.2.3", "alive", 3, "2026-01-01T00:00:00Z", 900);
    private static final List<Lag> LAG = List.of(new Lag("message-service", "chat.commands", 17));
    private static final Peer SILENT = new Peer("gateway-2", "1.2.2", "silent", 0, "2026-01-01T00:00:00Z", 60_000);

    @Test
    void saysThatAllIsWell() {
        Status status = status(false, ALL, Optional.of(List.of(ALIVE)));

        assertThat(status.findings()).isEmpty();
        assertThat(status.toJson().getBoolean("well")).isTrue();
        assertThat(WriteStatusPage.of(status))
                .contains("<h1>All is well</h1>", "gateway-1", "1.2.3", "0.9 s ago", "<td>2.0")
                .doesNotContain("<script");
    }

    @Test
    void namesEachPartThatIsMissing() {
        Status status = status(false, new Status.Parts(false, false, false, false), Optional.empty());

        assertThat(status.findings()).hasSize(6).doesNotHaveDuplicates();
        assertThat(WriteStatusPage.of(status))
                .contains("Not all is well")
                .doesNotContain("All gateways", "What waits in Kafka");
        assertThat(status.toJson().fieldNames()).doesNotContain("gateways", "lag");
    }

    @Test
    void saysWhatWaitsForWhom() {
        Status status = status(false, ALL, Optional.of(List.of(ALIVE)));

        assertThat(status.toJson().getJsonArray("lag")).containsExactly(new JsonObject("""
                {"group": "message-service", "topic": "chat.commands", "records": 17}
                """));
        assertThat(WriteStatusPage.of(status)).contains("<td>message-service<td>chat.commands<td>17");
    }

    @Test
    void namesGatewaysThatAreSilent() {
        Status status = status(false, ALL, Optional.of(List.of(ALIVE, SILENT)));

        assertThat(status.findings()).singleElement().asString().startsWith("gateway-2 is silent");
        assertThat(status.toJson().getJsonArray("gateways")).hasSize(2);
    }

    @Test
    void callsADrainingGatewayByThatNameAlone() {
        Status status = status(true, new Status.Parts(true, true, false, true), Optional.of(List.of(ALIVE)));

        assertThat(status.findings()).singleElement().asString().contains("draining");
    }

    @Test
    void makesNoMarkupOfWhatOthersSay() {
        Peer odd = new Peer("<b>&", "", "alive", 1, "\"", 0);

        assertThat(WriteStatusPage.of(status(false, ALL, Optional.of(List.of(odd)))))
                .contains("&lt;b&gt;&amp;", "&quot;")
                .doesNotContain("<b>");
    }

    @Test
    void readsWhatPresenceServiceAnswers() {
        JsonObject answer = new JsonObject("""
                {"gateways": [{"gatewayId": "gateway-1", "version": "1.2.3", "state": "alive", "sockets": 3,
                  "startedAt": "2026-01-01T00:00:00Z", "lastHeartbeat": "2026-01-01T00:01:00Z", "silentMillis": 900}]}
                """);

        assertThat(Peer.listOf(answer)).containsExactly(ALIVE);
    }

    private static Status status(boolean draining, Status.Parts parts, Optional<List<Peer>> gateways) {
        Instant startedAt = Instant.parse("2026-01-01T00:00:00Z");
        return new Status(
                new Status.Self("gateway-1", "1.2.3", startedAt, 3, draining, parts),
                new Rates.PerSecond(2, 5, 0, 1, 4),
                gateways,
                gateways.map(known -> LAG));
    }
}
