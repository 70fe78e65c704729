package chat.natter.stack.server;

import chat.natter.stack.plan.Broker;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import chat.natter.stack.report.StackFailure;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Apache Kafka, one node that is broker and controller. Its storage is formatted once, with a fixed cluster id. Of
 * three nodes every one holds all data, and a majority has it before a write is acknowledged.
 */
public final class KafkaServer implements Server {
    private static final String CLUSTER_ID = "bmF0dGVyLWxvY2FsLTAwMQ";
    private static final String CONFIGURATION = "server.properties";
    private static final List<String> SMALL_JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final StackLayout layout;
    private final PortPlan ports;
    private final Broker broker;
    private final List<Broker> quorum;
    private final List<String> jvmOptions;

    private KafkaServer(
            StackLayout layout, PortPlan ports, Broker broker, List<Broker> quorum, List<String> jvmOptions) {
        this.layout = layout;
        this.ports = ports;
        this.broker = broker;
        this.quorum = quorum;
        this.jvmOptions = jvmOptions;
    }

    /** The nodes of a stack with that many. */
    public static List<KafkaServer> all(StackLayout layout, PortPlan ports, int brokers, List<String> jvmOptions) {
        List<Broker> quorum = Broker.first(brokers);
        return quorum.stream()
                .map(broker -> new KafkaServer(layout, ports, broker, quorum, jvmOptions))
                .toList();
    }

    /**
     * Of how many nodes the data is, if there is any. More or fewer may not be started on it: those without data could
     * agree on an empty log.
     */
    public static Optional<Integer> brokersOf(StackLayout layout) {
        Path configuration = layout.data(Broker.FIRST.part()).resolve(CONFIGURATION);
        if (!Files.exists(configuration)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(configuration)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StackFailure(configuration + " cannot be read: " + e.getMessage(), e);
        }
        return Optional.of(
                properties.getProperty("controller.quorum.voters", "").split(",", -1).length);
    }

    @Override
    public String name() {
        return broker.part();
    }

    @Override
    public Launch prepare() {
        Path data = layout.data(name());
        Path properties = data.resolve(CONFIGURATION);
        Path log4j = data.resolve("log4j2.yaml");
        Folders.create(data);
        Template.write("kafka.properties", settings(), properties);
        Template.write("kafka-log4j2.yaml", Map.of(), log4j);
        Map<String, String> environment = JavaServer.classpath(layout.server(Broker.FIRST.part()));
        if (!Files.exists(data.resolve("data/meta.properties"))) {
            RunOnce.run(
                    "Formatting Kafka's storage",
                    command(
                            log4j,
                            "kafka.tools.StorageTool",
                            "format",
                            "--ignore-formatted",
                            "-t",
                            CLUSTER_ID,
                            "-c",
                            properties.toString()),
                    environment,
                    ProcessBuilder.Redirect.from(new File("/dev/null")),
                    layout.log(name()),
                    0);
        }
        int port = ports.port(broker.clients());
        return new Launch(
                name(),
                "127.0.0.1:" + port,
                command(log4j, "kafka.Kafka", properties.toString()),
                environment,
                data,
                layout.log(name()),
                Probe.accepts(port));
    }

    /** What its configuration has to be told. */
    Map<String, String> settings() {
        int replicas = quorum.size();
        return Map.of(
                "DATA", layout.data(name()).toString(),
                "NODE", Integer.toString(broker.id()),
                "VOTERS", quorum.stream().map(this::voter).collect(Collectors.joining(",")),
                "PORT_KAFKA", Integer.toString(ports.port(broker.clients())),
                "PORT_KAFKA_CONTROLLER", Integer.toString(ports.port(broker.controller())),
                "REPLICAS", Integer.toString(replicas),
                "IN_SYNC_REPLICAS", Integer.toString(replicas / 2 + 1));
    }

    private String voter(Broker node) {
        return node.id() + "@127.0.0.1:" + ports.port(node.controller());
    }

    private List<String> command(Path log4j, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(JavaServer.java());
        command.addAll(SMALL_JVM);
        command.addAll(jvmOptions);
        command.add("-Dlog4j2.configurationFile=" + log4j);
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }
}
