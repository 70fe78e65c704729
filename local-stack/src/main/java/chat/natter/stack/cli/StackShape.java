package chat.natter.stack.cli;

import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.Servers;
import chat.natter.stack.plan.StackOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that {@code up} and {@code test} share. */
final class StackShape {
    @Option(
            names = "--servers",
            paramLabel = "KIND",
            defaultValue = "${env:NATTER_STACK:-processes}",
            description = "What Kafka, Cassandra, the database, S3 and Keycloak are: processes, or containers of the"
                    + " official images, for which a container engine must run. Also NATTER_STACK in the environment."
                    + " Default: processes")
    private Servers servers = Servers.PROCESSES;

    @Option(
            names = "--port",
            paramLabel = "NAME=NUMBER",
            description = {
                "Moves one port; may be repeated, e.g. --port kafka=29092. Also NATTER_PORT_KAFKA=29092 in the environment."
                        + " Names: gateway, gateway-management, auth, presence, history, media, message, kafka,"
                        + " kafka-controller, kafka-2, kafka-2-controller, kafka-3, kafka-3-controller,"
                        + " cassandra, cassandra-storage, cassandra-storage-ssl, cassandra-jmx,"
                        + " mariadb, s3, keycloak, keycloak-management, prometheus."
            })
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description = "Partitions of each topic that is created. Default: ${DEFAULT-VALUE}")
    private int partitions;

    @Option(
            names = "--jvm-opts",
            paramLabel = "OPTIONS",
            defaultValue = "${env:NATTER_JVM_OPTS}",
            description =
                    "Further JVM options for the services, e.g. \"-XX:TieredStopAtLevel=4 -Xmx512m\" for load tests."
                            + " The default is small and quick to start: SerialGC, C1 only, 128 MiB.")
    private @Nullable String jvmOptions;

    @Option(
            names = "--server-jvm-opts",
            paramLabel = "OPTIONS",
            defaultValue = "${env:NATTER_SERVER_JVM_OPTS}",
            description = "Further JVM options for Kafka and Cassandra, e.g. -XX:TieredStopAtLevel=4 for load tests.")
    private @Nullable String serverJvmOptions;

    StackOptions options(int gateways, int messageServices, boolean serversOnly, int portOffset) {
        return new StackOptions(
                servers,
                1,
                gateways,
                messageServices,
                serversOnly,
                false,
                partitions,
                words(jvmOptions),
                words(serverJvmOptions),
                PortPlan.of(portOffset, ports, System.getenv()));
    }

    private static List<String> words(@Nullable String options) {
        return options == null || options.isBlank()
                ? List.of()
                : Arrays.asList(options.trim().split("\\s+", -1));
    }
}
