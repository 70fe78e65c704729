package chat.natter.deploy.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a Deployment and a StatefulSet have in common. */
record Workload(String name, Map<String, String> selector, PodTemplateSpec template) {
    static List<Workload> in(List<HasMetadata> objects) {
        return objects.stream().map(Workload::of).flatMap(Optional::stream).toList();
    }

    private static Optional<Workload> of(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            return Optional.of(new Workload(
                    deployment.getMetadata().getName(),
                    deployment.getSpec().getSelector().getMatchLabels(),
                    deployment.getSpec().getTemplate()));
        }
        if (object instanceof StatefulSet set) {
            return Optional.of(new Workload(
                    set.getMetadata().getName(),
                    set.getSpec().getSelector().getMatchLabels(),
                    set.getSpec().getTemplate()));
        }
        return Optional.empty();
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    /** Each pod here has one container. */
    Container container() {
        return template.getSpec().getContainers().get(0);
    }

    /** The number that a port's name stands for. */
    int port(String name) {
        return container().getPorts().stream()
                .filter(port -> port.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this.name + " has no port " + name))
                .getContainerPort();
    }

    @Override
    public String toString() {
        return name;
    }
}
