package chat.natter.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Repository;
import chat.natter.deploy.configuration.ReadConfigurationKeys;
import chat.natter.deploy.configuration.ServiceModule;
import chat.natter.deploy.configuration.ShippedProperties;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadsTest {
    private static final List<HasMetadata> BASE = ReadManifests.in("base");
    private static final List<HasMetadata> ALL = ReadManifests.in("base", "components", "backing/dev");

    static Stream<Workload> services() {
        return Workload.in(BASE).stream();
    }

    @Test
    void everyServiceHasAWorkload() {
        assertThat(services())
                .extracting(Workload::name)
                .containsExactlyInAnyOrderElementsOf(
                        ServiceModule.ALL.stream().map(ServiceModule::shortName).toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void runsItsOwnImage(Workload workload) {
        assertThat(workload.container().getImage())
                .isEqualTo("natter/" + ServiceModule.of(workload.name()).module());
    }

    @ParameterizedTest
    @MethodSource("services")
    void runsWithoutRights(Workload workload) {
        PodSpec pod = workload.template().getSpec();
        SecurityContext container = workload.container().getSecurityContext();

        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(of(BASE, ServiceAccount.class))
                .filteredOn(account -> account.getMetadata().getName().equals(pod.getServiceAccountName()))
                .singleElement()
                .satisfies(account ->
                        assertThat(account.getAutomountServiceAccountToken()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("services")
    void hasBounds(Workload workload) {
        var resources = workload.container().getResources();

        assertThat(resources.getRequests()).containsKeys("cpu", "memory");
        // The JVM takes a share of the limit: more than what was requested might not be there.
        assertThat(resources.getLimits().get("memory"))
                .isEqualTo(resources.getRequests().get("memory"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void isProbedWhereQuarkusServesHealth(Workload workload) {
        ServiceModule service = ServiceModule.of(workload.name());
        String port = ShippedProperties.of(service).httpPort();

        assertThat(Repository.read(Repository.at(service.module()).resolve("pom.xml")))
                .contains("quarkus-smallrye-health", "quarkus-micrometer-registry-prometheus");
        Map<Probe, String> probes = Map.of(
                workload.container().getStartupProbe(), "/q/health/started",
                workload.container().getLivenessProbe(), "/q/health/live",
                workload.container().getReadinessProbe(), "/q/health/ready");
        probes.forEach((probe, path) -> {
            assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
            assertThat(workload.port(probe.getHttpGet().getPort().getStrVal())).isEqualTo(Integer.parseInt(port));
        });
        assertThat(workload.template().getMetadata().getAnnotations())
                .containsEntry("prometheus.io/port", port)
                .containsEntry("prometheus.io/path", "/q/metrics");
    }

    @ParameterizedTest
    @MethodSource("services")
    void selectsItsOwnPods(Workload workload) {
        assertThat(workload.labels()).containsAllEntriesOf(workload.selector());
        assertThat(of(BASE, PodDisruptionBudget.class))
                .filteredOn(budget -> workload.labels()
                        .entrySet()
                        .containsAll(
                                budget.getSpec().getSelector().getMatchLabels().entrySet()))
                .singleElement()
                .satisfies(budget -> assertThat(
                                budget.getSpec().getMaxUnavailable().getIntVal())
                        .isEqualTo(1));
        assertThat(workload.template().getSpec().getTopologySpreadConstraints())
                .isNotEmpty()
                .allSatisfy(spread ->
                        assertThat(spread.getLabelSelector().getMatchLabels()).isEqualTo(workload.selector()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void mountsOnlyWhatItHas(Workload workload) {
        List<String> volumes = Stream.concat(
                        workload.template().getSpec().getVolumes().stream().map(volume -> volume.getName()),
                        of(BASE, StatefulSet.class).stream()
                                .filter(set -> set.getMetadata().getName().equals(workload.name()))
                                .flatMap(set -> set.getSpec().getVolumeClaimTemplates().stream())
                                .map(claim -> claim.getMetadata().getName()))
                .toList();

        assertThat(workload.container().getVolumeMounts())
                .extracting(mount -> mount.getName())
                .containsExactlyInAnyOrderElementsOf(volumes);
    }

    @Test
    void everyServiceObjectLeadsToPorts() {
        for (Service service : of(ALL, Service.class)) {
            List<Workload> targets = Workload.in(ALL).stream()
                    .filter(workload -> workload.labels()
                            .entrySet()
                            .containsAll(service.getSpec().getSelector().entrySet()))
                    .toList();

            assertThat(targets).as(service.getMetadata().getName()).hasSize(1);
            for (ServicePort port : service.getSpec().getPorts()) {
                assertThat(targets.get(0).port(port.getTargetPort().getStrVal()))
                        .isEqualTo(port.getPort());
            }
        }
    }

    @Test
    void statefulSetsAreNamedByAHeadlessService() {
        for (StatefulSet set : of(BASE, StatefulSet.class)) {
            assertThat(of(BASE, Service.class))
                    .filteredOn(service ->
                            service.getMetadata().getName().equals(set.getSpec().getServiceName()))
                    .singleElement()
                    .satisfies(service ->
                            assertThat(service.getSpec().getClusterIP()).isEqualTo("None"));
        }
    }

    @Test
    void policiesSpeakOfPodsAndPortsThatThereAre() {
        List<Workload> workloads = Workload.in(ALL);
        for (NetworkPolicy policy : of(BASE, NetworkPolicy.class)) {
            Map<String, String> pods = policy.getSpec().getPodSelector().getMatchLabels();
            if (pods == null || pods.isEmpty()) {
                continue;
            }
            Workload own = only(workloads, pods);
            policy.getSpec()
                    .getIngress()
                    .forEach(rule -> rule.getPorts()
                            .forEach(port -> assertThat(own.port(port.getPort().getStrVal()))
                                    .isPositive()));
            policy.getSpec().getIngress().stream()
                    .flatMap(rule -> rule.getFrom().stream())
                    .filter(from -> from.getPodSelector() != null)
                    .forEach(from -> only(workloads, from.getPodSelector().getMatchLabels()));
            policy.getSpec()
                    .getEgress()
                    .forEach(rule -> rule.getTo().forEach(to -> {
                        Workload peer = only(workloads, to.getPodSelector().getMatchLabels());
                        assertThat(peer.container().getPorts())
                                .extracting(port -> port.getContainerPort())
                                .containsAll(rule.getPorts().stream()
                                        .map(port -> port.getPort().getIntVal())
                                        .toList());
                    }));
        }
    }

    @Test
    void nothingIsOpenByDefault() {
        assertThat(of(BASE, NetworkPolicy.class))
                .filteredOn(policy -> policy.getMetadata().getName().equals("default-deny"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
                    assertThat(policy.getSpec().getIngress()).isEmpty();
                    assertThat(policy.getSpec().getEgress()).isEmpty();
                });
        assertThat(of(BASE, NetworkPolicy.class))
                .extracting(policy -> policy.getMetadata().getName())
                .containsAll(
                        ServiceModule.ALL.stream().map(ServiceModule::shortName).toList());
    }

    @Test
    void autoscalersAndIngressLeadToWhatThereIs() {
        assertThat(of(ALL, HorizontalPodAutoscaler.class)).isNotEmpty().allSatisfy(scaler -> {
            var target = scaler.getSpec().getScaleTargetRef();
            assertThat(BASE)
                    .anyMatch(object -> object.getKind().equals(target.getKind())
                            && object.getApiVersion().equals(target.getApiVersion())
                            && object.getMetadata().getName().equals(target.getName()));
        });
        assertThat(of(ALL, Ingress.class))
                .isNotEmpty()
                .allSatisfy(ingress -> ingress.getSpec()
                        .getRules()
                        .forEach(rule -> rule.getHttp()
                                .getPaths()
                                .forEach(path -> assertThat(of(BASE, Service.class))
                                        .filteredOn(service -> service.getMetadata()
                                                .getName()
                                                .equals(path.getBackend()
                                                        .getService()
                                                        .getName()))
                                        .singleElement()
                                        .satisfies(service -> assertThat(
                                                        service.getSpec().getPorts())
                                                .extracting(ServicePort::getName)
                                                .contains(path.getBackend()
                                                        .getService()
                                                        .getPort()
                                                        .getName())))));
    }

    @Test
    void aGatewayIsGivenTheTimeToDrain() {
        Workload gateway =
                services().filter(it -> it.name().equals("gateway")).findFirst().orElseThrow();
        long drain = ReadConfigurationKeys.of(ServiceModule.GATEWAY).stream()
                .filter(key -> key.name().startsWith("natter.gateway.drain.")
                        || key.name().equals("natter.gateway.delivery-timeout"))
                .mapToLong(key -> Seconds.of(key.defaultValue().orElseThrow()))
                .sum();
        long preStop =
                gateway.container().getLifecycle().getPreStop().getSleep().getSeconds();

        assertThat(gateway.template().getSpec().getTerminationGracePeriodSeconds())
                .as("preStop, the drain and what is still to be stored")
                .isGreaterThan(preStop + drain);
    }

    private static Workload only(List<Workload> workloads, Map<String, String> labels) {
        List<Workload> found = workloads.stream()
                .filter(workload -> workload.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
        assertThat(found).as(labels.toString()).hasSize(1);
        return found.get(0);
    }

    private static <T> List<T> of(List<HasMetadata> objects, Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
