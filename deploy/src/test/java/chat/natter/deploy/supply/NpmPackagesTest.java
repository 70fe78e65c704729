package chat.natter.deploy.supply;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the lock files, which say of every package what it is, where it is used and under which licence. */
class NpmPackagesTest {
    private static final String MODULES = "node_modules/";

    @Test
    void whatIsShippedIsUnderLicencesThatLetACompanyRunAndChangeNatter() throws IOException {
        assertThat(packages("clients"))
                .filteredOn(entry -> !entry.getValue().path("dev").asBoolean())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(Licences.allow(
                                entry.getKey(),
                                List.of(entry.getValue().path("license").asText())))
                        .as("%s is under %s", entry.getKey(), entry.getValue().path("license"))
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clients", "docs"})
    void everyPackageIsPinnedByItsHash(String workspace) throws IOException {
        assertThat(packages(workspace))
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.getValue().path("integrity").asText())
                                .as(entry.getKey())
                                .startsWith("sha512-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clients/sdk", "clients/ui", "clients/web-app", "docs"})
    void versionsAreNamedAndNotRanges(String folder) throws IOException {
        JsonNode described = read(Repository.at(folder).resolve("package.json"));

        assertThat(Stream.of("dependencies", "devDependencies")
                        .flatMap(kind -> described.path(kind).properties().stream()))
                .allSatisfy(entry ->
                        assertThat(entry.getValue().asText()).as(entry.getKey()).matches("[0-9]+\\.[0-9]+\\.[0-9]+"));
    }

    /** What npm installs, without our own. */
    private static List<Map.Entry<String, JsonNode>> packages(String workspace) throws IOException {
        JsonNode lock = read(Repository.at(workspace).resolve("package-lock.json"));
        return lock.path("packages").properties().stream()
                .filter(entry -> entry.getKey().contains(MODULES))
                .filter(entry -> !entry.getValue().path("link").asBoolean())
                .map(entry -> Map.entry(entry.getKey().substring(MODULES.length()), entry.getValue()))
                .toList();
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
