package chat.natter.stack.server;

import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import chat.natter.stack.report.StackFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Apache Cassandra, one node. It opens its native port when it is ready to serve, and not before. */
public final class CassandraServer implements Server {
    private final StackLayout layout;
    private final PortPlan ports;
    private final List<String> jvmOptions;

    public CassandraServer(StackLayout layout, PortPlan ports, List<String> jvmOptions) {
        this.layout = layout;
        this.ports = ports;
        this.jvmOptions = jvmOptions;
    }

    @Override
    public String name() {
        return "cassandra";
    }

    @Override
    public Launch prepare() {
        Path data = layout.data(name());
        Path conf = data.resolve("conf");
        Folders.create(conf, data.resolve("data"), data.resolve("logs"), data.resolve("tmp"));
        Map<String, String> values = Map.of(
                "DATA", data.toString(),
                "CONFIG_URI", conf.resolve("cassandra.yaml").toUri().toString(),
                "PORT_CASSANDRA", Integer.toString(ports.port(PortName.CASSANDRA)),
                "PORT_CASSANDRA_STORAGE", Integer.toString(ports.port(PortName.CASSANDRA_STORAGE)),
                "PORT_CASSANDRA_STORAGE_SSL", Integer.toString(ports.port(PortName.CASSANDRA_STORAGE_SSL)),
                "PORT_CASSANDRA_JMX", Integer.toString(ports.port(PortName.CASSANDRA_JMX)));
        Template.write("cassandra.yaml", values, conf.resolve("cassandra.yaml"));
        Template.write("cassandra.args", values, conf.resolve("jvm.args"));
        Template.write("logback.xml", Map.of(), conf.resolve("logback.xml"));
        int port = ports.port(PortName.CASSANDRA);
        return new Launch(
                name(),
                "127.0.0.1:" + port,
                command(conf.resolve("jvm.args")),
                JavaServer.classpath(layout.server(name())),
                data,
                layout.log(name()),
                Probe.accepts(port));
    }

    private List<String> command(Path arguments) {
        List<String> command = new ArrayList<>(List.of(JavaServer.java(), "@" + arguments));
        command.addAll(jvmOptions);
        command.add("-javaagent:" + memoryMeter());
        command.add("org.apache.cassandra.service.CassandraDaemon");
        return command;
    }

    /** Cassandra sizes its memtables with it and does not start without. */
    private String memoryMeter() {
        return Arrays.stream(JavaServer.read(layout.server(name())).split(":", -1))
                .filter(jar -> jar.contains("/jamm-"))
                .findFirst()
                .orElseThrow(() -> new StackFailure("Cassandra's jamm jar is not on its class path."));
    }
}
