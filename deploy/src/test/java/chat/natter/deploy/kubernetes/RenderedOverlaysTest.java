package chat.natter.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat.natter.deploy.Repository;
import chat.natter.deploy.RunTool;
import chat.natter.deploy.configuration.ServiceModule;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What kustomize makes of the overlays. Needs a {@code kubectl} with kustomize 5; without one there is nothing to run.
 */
class RenderedOverlaysTest {
    private static final Path K8S = Repository.at("deploy/k8s");
    private static final Pattern KUSTOMIZE = Pattern.compile("Kustomize Version: v([0-9]+)");

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/dev", "overlays/production"})
    void isStillWhatAnApiServerTakes(String folder) {
        List<HasMetadata> objects = render(folder);

        assertThat(Workload.in(objects))
                .extracting(Workload::name)
                .containsAll(
                        ServiceModule.ALL.stream().map(ServiceModule::shortName).toList());
        assertThat(objects)
                .filteredOn(object -> !object.getKind().equals("Namespace"))
                .allSatisfy(object -> assertThat(object.getMetadata().getNamespace())
                        .as(object.getFullResourceName())
                        .isEqualTo("natter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/dev", "overlays/production"})
    void everyConfigMapThatAPodNamesIsThere(String folder) {
        List<HasMetadata> objects = render(folder);
        List<String> names = objects.stream()
                .filter(ConfigMap.class::isInstance)
                .map(object -> object.getMetadata().getName())
                .toList();

        Workload.in(objects)
                .forEach(workload -> assertThat(workload.container().getEnvFrom())
                        .as(workload.name())
                        .allSatisfy(from -> assertThat(names)
                                .contains(from.getConfigMapRef().getName())));
    }

    @Test
    void productionDemandsCredentialsForKafka() {
        assertThat(Workload.in(render("overlays/production")))
                .filteredOn(workload -> !workload.name().equals("media"))
                .allSatisfy(workload -> {
                    assertThat(workload.container().getEnv())
                            .filteredOn(variable -> variable.getName().equals("KAFKA_SASL_JAAS_CONFIG"))
                            .extracting(EnvVar::getValueFrom)
                            .singleElement()
                            .satisfies(from -> assertThat(from.getSecretKeyRef().getOptional())
                                    .isFalse());
                    assertThat(workload.container().getVolumeMounts())
                            .anySatisfy(
                                    mount -> assertThat(mount.getMountPath()).isEqualTo("/etc/natter/kafka"));
                });
    }

    @Test
    void productionBringsNoSecretOfItsOwn() {
        assertThat(render("overlays/production")).noneMatch(Secret.class::isInstance);
    }

    private static List<HasMetadata> render(String folder) {
        assumeThat(kustomizeVersion()).as("kubectl with kustomize 5 or later").isGreaterThanOrEqualTo(5);
        RunTool.Result rendered =
                RunTool.run(K8S, false, "kubectl", "kustomize", folder).orElseThrow();
        assertThat(rendered.exitCode()).as("kubectl kustomize %s", folder).isZero();
        return ReadManifests.parse(folder, rendered.output());
    }

    private static int kustomizeVersion() {
        return RunTool.run(K8S, true, "kubectl", "version", "--client")
                .map(RunTool.Result::output)
                .map(KUSTOMIZE::matcher)
                .filter(Matcher::find)
                .map(version -> Integer.parseInt(version.group(1)))
                .orElse(0);
    }
}
