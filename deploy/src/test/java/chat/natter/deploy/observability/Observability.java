package chat.natter.deploy.observability;

import chat.natter.deploy.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules and dashboards of this repository. */
final class Observability {
    static final Path FOLDER = Repository.at("deploy/observability");
    static final Path RULES = FOLDER.resolve("rules");

    private static final Pattern METRIC =
            Pattern.compile("\\b(natter_[a-z_]+|kafka_[a-z_]+|jvm_[a-z_]+|http_server_[a-z_]+)\\b");

    private Observability() {}

    /** A rule that is an alert. */
    static List<JsonNode> alerts() {
        return rules().stream().filter(rule -> rule.has("alert")).toList();
    }

    static List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        read(new YAMLMapper(), RULES.resolve("natter.yml"))
                .path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    static List<JsonNode> dashboards() {
        return Repository.files(FOLDER.resolve("dashboards"), file -> true).stream()
                .map(file -> read(new ObjectMapper(), file))
                .toList();
    }

    /** All expressions of rules and panels. */
    static List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        rules().forEach(rule -> expressions.add(rule.path("expr").asText()));
        dashboards().forEach(dashboard -> dashboard.findValuesAsText("expr").forEach(expressions::add));
        return expressions;
    }

    /** The metrics that they ask for. */
    static Set<String> metrics() {
        Set<String> metrics = new TreeSet<>();
        for (String expression : expressions()) {
            Matcher found = METRIC.matcher(expression);
            while (found.find()) {
                metrics.add(found.group());
            }
        }
        return metrics;
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
