package chat.natter.deploy.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat.natter.contract.CloseCode;
import chat.natter.contract.Problem;
import chat.natter.deploy.Repository;
import chat.natter.deploy.RunTool;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Pattern CODES = Pattern.compile("code=~?\"([a-z_|]+)\"");

    @Test
    void everyAlertHasARunbookOfItsName() {
        String operations = Repository.read(Repository.at("docs/OPERATIONS.md"));
        Set<String> sections = operations
                .lines()
                .filter(line -> line.startsWith("### Natter"))
                .map(line -> line.substring(4))
                .collect(Collectors.toSet());

        assertThat(Observability.alerts()).isNotEmpty().allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(sections).contains(name);
            assertThat(alert.at("/annotations/runbook").asText())
                    .isEqualTo("docs/OPERATIONS.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
        });
        assertThat(sections).hasSameSizeAs(Observability.alerts());
    }

    @Test
    void codesAreThoseOfTheContract() {
        Set<String> known = Stream.concat(
                        Arrays.stream(Problem.values()).map(Problem::code),
                        Arrays.stream(CloseCode.values())
                                .map(code -> code.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());

        for (String expression : Observability.expressions()) {
            Matcher codes = CODES.matcher(expression);
            while (codes.find()) {
                assertThat(codes.group(1).split("\\|", -1)).as(expression).isSubsetOf(known);
            }
        }
    }

    @Test
    void recordingsThatAreUsedAreRecorded() {
        Set<String> recorded = Observability.rules().stream()
                .map(rule -> rule.path("record").asText())
                .collect(Collectors.toSet());
        Pattern used = Pattern.compile("natter:[a-z_:0-9]+");

        assertThat(Observability.expressions())
                .allSatisfy(expression -> assertThat(
                                used.matcher(expression).results().map(found -> found.group()))
                        .isSubsetOf(recorded));
    }

    @Test
    void panelsSayWhatTheyShow() {
        List<JsonNode> panels = Observability.dashboards().stream()
                .flatMap(dashboard -> dashboard.path("panels").valueStream())
                .toList();

        assertThat(panels).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).isNotBlank();
            assertThat(panel.path("targets")).isNotEmpty();
        });
    }

    @Test
    void passTheirOwnTestsInPrometheus() {
        // Given
        String promtool = Optional.ofNullable(System.getenv("NATTER_PROMTOOL")).orElse("promtool");

        // When
        Optional<RunTool.Result> result =
                RunTool.run(Observability.RULES, true, promtool, "test", "rules", "natter_test.yml");

        // Then
        assumeThat(result).as("promtool (Debian: prometheus)").isPresent();
        assertThat(result.orElseThrow().exitCode())
                .as(result.orElseThrow().output())
                .isZero();
    }
}
