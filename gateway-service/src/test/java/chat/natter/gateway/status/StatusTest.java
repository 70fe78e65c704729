package chat.natter.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-01T03:12:09Z");
    private static final Status.Parts ALL = new Status.Parts(true, true, true, true);
    private static final Peer ALIVE = new Peer("gateway-1", "1.2.3", "alive", 1_234, START, 900);
    private static final List<Lag> LAG = List.of(new Lag("message-service", "chat.commands", 17_000));
    private static final Peer SILENT = new Peer("gateway-2", "1.2.2", "silent", 0, START, 60_000);

    @Test
    void saysThatAllIsWell() {
        Status status = status(false, ALL, Optional.of(List.of(ALIVE)));

        assertThat(status.findings()).isEmpty();
        assertThat(status.toJson().getBoolean("well")).isTrue();
        assertThat(WriteStatusPage.of(status))
                .contains("<h1>All is well</h1>", "gateway-1, version 1.2.3")
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
                {"group": "message-service", "topic": "chat.commands", "records": 17000}
                """));
        assertThat(WriteStatusPage.of(status))
                .contains("message-service</th><td>chat.commands</td><td class=\"number\">17,000</td>");
    }

    @Test
    void saysTimesAsPeopleDoAndExactlyOnHover() {
        String page = WriteStatusPage.of(status(false, ALL, Optional.of(List.of(ALIVE))));

        assertThat(page)
                .contains(
                        "running for <time datetime=\"2026-01-01T00:00:00Z\" title=\"2026-01-01 00:00:00 UTC\">3 h 12 min</time>")
                .contains("title=\"2026-01-01 00:00:00 UTC\">3 h 12 min ago</time>")
                .contains("title=\"2026-01-01 03:12:08 UTC\">0.9 s ago</time>")
                .contains("As of 2026-01-01 03:12:09 UTC");
        assertThat(page.replaceAll("datetime=\"[^\"]*\"", "")).doesNotContain("T00:00:00Z");
    }

    @Test
    void doesNotPutTheStartOfAGatewayWhoseClockIsAheadIntoTheFuture() {
        Peer ahead = new Peer("gateway-2", "1.2.3", "alive", 0, NOW.plusSeconds(2), 0);

        assertThat(WriteStatusPage.of(status(false, ALL, Optional.of(List.of(ahead)))))
                .contains(">0.0 s ago</time>")
                .doesNotContain(">-");
    }

    @Test
    void putsNumbersUnderEachOtherWithTheirUnits() {
        assertThat(WriteStatusPage.of(status(false, ALL, Optional.of(List.of(ALIVE)))))
                .contains("<dt>Frames in</dt><dd>2.0 <small>/s</small></dd>")
                .contains("<dt>Frames out</dt><dd>1,807 <small>/s</small></dd>")
                .contains("<dt>Refused</dt><dd>0 <small>/s</small></dd>")
                .contains("<dt>Delivery, mean</dt><dd>4.0 ms</dd>")
                .contains("<td class=\"number\">1,234</td>");
    }

    @Test
    void marksWhatIsMissingAndWhoIsThisOne() {
        Status.Parts parts = new Status.Parts(true, true, true, false);

        assertThat(WriteStatusPage.of(status(false, parts, Optional.of(List.of(ALIVE, SILENT)))))
                .contains("gateway-1 <small>this one</small>")
                .contains("<li class=\"bad\">✗ Heartbeats</li>")
                .contains("<td class=\"bad\">silent</td>")
                .doesNotContain("gateway-2 <small>");
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
        Peer odd = new Peer("<b>&", "", "\"", 1, START, 0);

        assertThat(WriteStatusPage.of(status(false, ALL, Optional.of(List.of(odd)))))
                .contains("&lt;b&gt;&amp;", "&quot;")
                .doesNotContain("<b>");
    }

    @Test
    void readsWhatPresenceServiceAnswers() {
        JsonObject answer = new JsonObject("""
                {"gateways": [{"gatewayId": "gateway-1", "version": "1.2.3", "state": "alive", "sockets": 1234,
                  "startedAt": "2026-01-01T00:00:00Z", "lastHeartbeat": "2026-01-01T00:01:00Z", "silentMillis": 900}]}
                """);

        assertThat(Peer.listOf(answer)).containsExactly(ALIVE);
    }

    private static Status status(boolean draining, Status.Parts parts, Optional<List<Peer>> gateways) {
        return new Status(
                NOW,
                new Status.Self("gateway-1", "1.2.3", START, 1_234, draining, parts),
                new Rates.PerSecond(2, 1_807, 0, 1, 4),
                gateways,
                gateways.map(known -> LAG));
    }
}
