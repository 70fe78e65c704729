package chat.natter.deploy.images;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Repository;
import chat.natter.deploy.configuration.ServiceModule;
import chat.natter.deploy.configuration.Variables;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DockerfileTest {
    private static final Pattern COPY = Pattern.compile("(?m)^COPY (\\S+) (\\S+)$");
    private static final Pattern SETTING = Pattern.compile("(?m)^ENV (NATTER_\\S+)=(\\S+)$");

    private final String file = Repository.read(Repository.at("deploy/images/Dockerfile"));
    private final List<String> stages = Pattern.compile("(?m)^(?=FROM )")
            .splitAsStream(file)
            .filter(stage -> stage.startsWith("FROM "))
            .toList();

    @Test
    void aGatewayFindsTheWebAppWhereItsImageHasIt() {
        // Given
        Matcher copy = COPY.matcher(stage("gateway-files"));
        Matcher setting = SETTING.matcher(stage("gateway"));

        // Then
        assertThat(copy.find()).isTrue();
        assertThat(setting.find()).isTrue();
        assertThat(setting.group(1))
                .isEqualTo("NATTER_GATEWAY_WEB_APP_FOLDER")
                .satisfies(
                        name -> assertThat(Variables.of(ServiceModule.GATEWAY).knows(name))
                                .isTrue());
        assertThat(stage("gateway")).contains("COPY --from=gateway-files /pages/ /\n");
        assertThat("/pages" + setting.group(2) + "/").isEqualTo(copy.group(2));
        // Where vite writes when it is told nothing else, as in clients/web-app.
        assertThat(copy.group(1)).isEqualTo("clients/web-app/dist/");
        assertThat(Repository.read(Repository.at("clients/web-app/vite.config.ts")))
                .doesNotContain("outDir");
    }

    @Test
    void eachImageSaysWhatItIsMadeOf() {
        assertThat(stage("files")).contains("COPY target/bom.json /application/natter/sbom/");
        assertThat(stage("gateway-files")).contains("COPY target/web-app-bom.json /pages/natter/sbom/");
        assertThat(Repository.read(Repository.at("deploy/images/build")))
                .contains("target/bom.json target/web-app-bom.json");
    }

    @Test
    void noOtherServiceCarriesTheWebApp() {
        assertThat(stages).hasSize(4);
        assertThat(stage("files")).doesNotContain("web-app");
        assertThat(stage("service"))
                .contains("WORKDIR /natter\n")
                .doesNotContain("web-app")
                .doesNotContain("gateway-files");
    }

    /** A builder gives folders that it makes the time of day, and a layer then has another digest each time. */
    @Test
    void imagesGetFilesOnlyAfterTheirAgeWasSet() {
        for (String stage : List.of(stage("service"), stage("gateway"))) {
            assertThat(COPY.matcher(stage).find()).isFalse();
            assertThat(stage).doesNotContain("\nRUN ").doesNotContain("\nADD ");
        }
        for (String stage : List.of(stage("files"), stage("gateway-files"))) {
            assertThat(stage.stripTrailing()
                            .lines()
                            .reduce((line, next) -> next)
                            .orElseThrow())
                    .endsWith("-exec touch --date=\"@$SOURCE_DATE_EPOCH\" {} +");
        }
    }

    @Test
    void whatIsCopiedIsNotIgnored() {
        List<String> let = Repository.read(Repository.at(".dockerignore"))
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        List<String> copied = Stream.of(ServiceModule.values())
                .flatMap(service -> COPY.matcher(file.replace("${SERVICE}", service.module()))
                        .results()
                        .map(copy -> copy.group(1)))
                .distinct()
                .toList();

        assertThat(copied)
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(let).anyMatch(folder -> source.equals(folder) || source.startsWith(folder + "/")));
    }

    private String stage(String name) {
        return stages.stream()
                .filter(stage -> stage.lines().findFirst().orElseThrow().endsWith(" AS " + name))
                .findFirst()
                .orElseThrow();
    }
}
