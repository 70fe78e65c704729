package chat.natter.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.load.measure.CountOverTime;
import chat.natter.load.measure.Figure;
import chat.natter.load.measure.Latency;
import chat.natter.load.stack.GarbageUse;
import chat.natter.load.stack.KafkaUse;
import chat.natter.load.stack.PartUse;
import chat.natter.load.stack.StackUse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunReportTest {
    private final Path folder;

    RunReportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesEverythingForPrograms() throws IOException {
        // Given
        Path file = folder.resolve("new/run.json");
        // When
        new ReportFile(file).write(report(true));
        // Then
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.path("scenario").asText()).isEqualTo("one-to-one");
        assertThat(json.path("faultless").asBoolean()).isTrue();
        assertThat(json.at("/figures/perSecond").asDouble()).isEqualTo(12.5);
        assertThat(json.at("/latencies/0/millis/p50").asDouble()).isBetween(9.9, 10.1);
        assertThat(json.at("/latencies/0/percentileCurve")).isNotEmpty();
        assertThat(json.at("/counts/0/perSecond/2").asInt()).isEqualTo(5);
        assertThat(json.at("/stack/0/parts/auth/gcPauses").asInt()).isEqualTo(2);
        assertThat(json.at("/stack/0/parts/kafka/gcPauses").isNull()).isTrue();
        assertThat(json.at("/stack/0/kafka/recordsWrittenPerOne/chat.events").asDouble())
                .isEqualTo(2);
        assertThat(json.at("/stack/0/kafka/lag/history/most").asInt()).isEqualTo(9);
    }

    @Test
    void writesAPageThatNeedsNothingElse() throws IOException {
        // Given
        Path file = folder.resolve("run.html");
        // When
        new ReportFile(file).write(report(true));
        // Then
        assertThat(Files.readString(file))
                .contains("No faults", "12.5 /s", "<svg", "By percentile", "chat.events", "not known", "2 in 30 ms")
                .doesNotContain("<script", "http://", "https://", "<link", "url(");
    }

    @Test
    void saysSoWhenSomethingWasWrong() throws IOException {
        // Given
        Path file = folder.resolve("run.html");
        // When
        new ReportFile(file).write(report(false));
        // Then
        assertThat(Files.readString(file))
                .contains("FAULTS", "&lt;b&gt;1 FAULT&lt;/b&gt;")
                .doesNotContain("<b>1 FAULT");
    }

    @Test
    void refusesAFileOfWhichItCannotSayWhatItShallBe() {
        assertThatThrownBy(() -> new ReportFile(Path.of("run.xml")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a report's file ends in .json or .html: run.xml");
    }

    private static RunReport report(boolean faultless) {
        Latency latency = new Latency("delivered");
        latency.begin();
        latency.micros(10_000);
        StackUse use = new StackUse(
                "measuring",
                20,
                50,
                "message",
                Map.of(
                        "auth", new PartUse(100, 150, 151, 152, new GarbageUse(2, 30)),
                        "kafka", new PartUse(200, 350, 351, 352, null)),
                new TreeMap<>(Map.of(1.0, Map.of("auth", 0.5), 2.0, Map.of("auth", 0.25))),
                new KafkaUse(
                        new TreeMap<>(Map.of("chat.events", 100L)),
                        new TreeMap<>(Map.of(0.0, Map.of("history", 9L), 3.0, Map.of("history", 1L)))));
        return new RunReport(
                "one-to-one",
                List.of("one-to-one", "--pairs", "2"),
                Instant.parse("2026-01-01T12:00:00Z"),
                faultless,
                List.of(Figure.of(12.5, "/s", "messages delivered")),
                List.of(latency),
                List.of(new CountOverTime("reconnects", new TreeMap<>(Map.of(0L, 1L, 2L, 5L)))),
                List.of(use),
                List.of(faultless ? "no faults" : "<b>1 FAULT</b>"),
                Map.of("perSecond", 12.5));
    }
}
