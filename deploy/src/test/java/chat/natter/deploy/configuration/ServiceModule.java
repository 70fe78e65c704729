package chat.natter.deploy.configuration;

import chat.natter.deploy.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The six services. The short name is that of the workload in Kubernetes. */
public enum ServiceModule {
    GATEWAY,
    MESSAGE,
    PRESENCE,
    AUTH,
    HISTORY,
    MEDIA;

    public static final List<ServiceModule> ALL = List.of(values());

    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String module() {
        return shortName() + "-service";
    }

    public Path sources() {
        return Repository.at(module()).resolve("src/main/java");
    }

    public Path properties() {
        return Repository.at(module()).resolve("src/main/resources/application.properties");
    }

    public static ServiceModule of(String shortName) {
        return ALL.stream()
                .filter(service -> service.shortName().equals(shortName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service is called " + shortName));
    }
}
