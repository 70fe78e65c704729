package chat.natter.stack.server;

import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import chat.natter.stack.report.StackFailure;
import chat.natter.stack.service.ServiceLaunch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prometheus over the services, with the alert rules. It comes from the machine, as it is no Maven artifact. */
public final class PrometheusServer implements Server {
    /** The path of a page that shows sockets, messages per second and delivery latency. */
    public static final String LIVE_FIGURES = "/graph?g0.expr=natter%3Asockets%3Asum&g0.tab=0&g0.range_input=15m"
            + "&g1.expr=natter%3Amessages%3Arate&g1.tab=0&g1.range_input=15m"
            + "&g2.expr=natter%3Adelivery_seconds%3Ap99&g2.tab=0&g2.range_input=15m";

    private static final String PROGRAM = "NATTER_PROMETHEUS";

    private final StackLayout layout;
    private final PortPlan ports;
    private final List<ServiceLaunch> services;

    public PrometheusServer(StackLayout layout, PortPlan ports, List<ServiceLaunch> services) {
        this.layout = layout;
        this.ports = ports;
        this.services = List.copyOf(services);
    }

    @Override
    public String name() {
        return "prometheus";
    }

    @Override
    public Launch prepare() {
        Path data = layout.data(name());
        Folders.create(data);
        Path config = data.resolve("prometheus.yml");
        try {
            Files.writeString(config, config());
        } catch (IOException e) {
            throw new StackFailure(config + " cannot be written: " + e.getMessage(), e);
        }
        String address = "127.0.0.1:" + ports.port(PortName.PROMETHEUS);
        String url = "http://" + address;
        return new Launch(
                name(),
                url,
                List.of(
                        program().toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + data.resolve("tsdb"),
                        "--storage.tsdb.retention.time=1d",
                        "--web.listen-address=" + address),
                Map.of(),
                data,
                layout.log(name()),
                Probe.ok(url + "/-/ready"));
    }

    /** YAML takes JSON's strings, so nothing has to be escaped in another way. */
    String config() {
        StringBuilder config = new StringBuilder(
                        "global: {scrape_interval: 2s, evaluation_interval: 5s}\nrule_files: [\"")
                .append(layout.root().resolve("deploy/observability/rules/natter.yml"))
                .append(
                        "\"]\nscrape_configs:\n  - job_name: natter\n    metrics_path: /q/metrics\n    static_configs:\n");
        for (ServiceLaunch service : services) {
            config.append("      - {targets: [\"127.0.0.1:")
                    .append(service.httpPort())
                    .append("\"], labels: {service: ")
                    .append(service.module().replace("-service", ""))
                    .append(", name: ")
                    .append(service.name())
                    .append("}}\n");
        }
        return config.toString();
    }

    private static Path program() {
        String named = System.getenv(PROGRAM);
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return onPath().orElseThrow(() -> new StackFailure("--observe needs the program prometheus, which is not on the"
                + " PATH (Debian: apt-get install prometheus); " + PROGRAM + " may name it."));
    }

    private static Optional<Path> onPath() {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(folder -> Path.of(folder, "prometheus"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
