package chat.natter.stack.server;

import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Apache Kafka, one node that is broker and controller. Its storage is formatted once, with a fixed cluster id. */
public final class KafkaServer implements Server {
    private static final String CLUSTER_ID = "bmF0dGVyLWxvY2FsLTAwMQ";
    private static final List<String> SMALL_JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final StackLayout layout;
    private final PortPlan ports;
    private final List<String> jvmOptions;

    public KafkaServer(StackLayout layout, PortPlan ports, List<String> jvmOptions) {
        this.layout = layout;
        this.ports = ports;
        this.jvmOptions = jvmOptions;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Launch prepare() {
        Path data = layout.data(name());
        Path properties = data.resolve("server.properties");
        Path log4j = data.resolve("log4j2.yaml");
        Folders.create(data);
        Template.write(
                "kafka.properties",
                Map.of(
                        "DATA", data.toString(),
                        "PORT_KAFKA", Integer.toString(ports.port(PortName.KAFKA)),
                        "PORT_KAFKA_CONTROLLER", Integer.toString(ports.port(PortName.KAFKA_CONTROLLER))),
                properties);
        Template.write("kafka-log4j2.yaml", Map.of(), log4j);
        Map<String, String> environment = JavaServer.classpath(layout.server(name()));
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
        int port = ports.port(PortName.KAFKA);
        return new Launch(
                name(),
                "127.0.0.1:" + port,
                command(log4j, "kafka.Kafka", properties.toString()),
                environment,
                data,
                layout.log(name()),
                Probe.accepts(port));
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
