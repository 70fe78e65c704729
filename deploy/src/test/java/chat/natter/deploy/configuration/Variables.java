package chat.natter.deploy.configuration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The environment variables of a service: a variable that it does not know does nothing, and one that it needs and is
 * not given stops it, so neither may be in what operators get.
 */
public record Variables(Set<String> known, Set<String> needed) {
    private static final List<String> OF_LIBRARIES =
            List.of("QUARKUS_DATASOURCE_", "QUARKUS_LOG_", "QUARKUS_OTEL_", "KAFKA_", "MP_JWT_");
    /** What belongs to the process or the pod and not to the service. */
    private static final Set<String> OF_THE_PROCESS = Set.of("POD_NAME", "JDK_JAVA_OPTIONS");

    public static Variables of(ServiceModule service) {
        List<ConfigurationKey> keys = ReadConfigurationKeys.of(service);
        Set<String> known =
                keys.stream().map(ConfigurationKey::variable).collect(Collectors.toCollection(TreeSet::new));
        ShippedProperties.of(service).variables().stream()
                .map(variable -> ConfigurationKey.variable(variable.name()))
                .forEach(known::add);
        return new Variables(
                known,
                keys.stream()
                        .filter(ConfigurationKey::required)
                        .map(ConfigurationKey::variable)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    public boolean knows(String variable) {
        return known.contains(variable)
                || OF_THE_PROCESS.contains(variable)
                || OF_LIBRARIES.stream().anyMatch(variable::startsWith);
    }

    /** What a file of {@code NAME=value} lines sets. */
    public static Map<String, String> in(String file) {
        return file.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (first, last) -> last, TreeMap::new));
    }
}
