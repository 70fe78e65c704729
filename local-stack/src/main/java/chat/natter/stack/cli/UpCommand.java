package chat.natter.stack.cli;

import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.plan.StackOptions;
import chat.natter.stack.report.Progress;
import chat.natter.stack.run.StackStatus;
import chat.natter.stack.run.StartStack;
import chat.natter.stack.server.PrometheusServer;
import chat.natter.stack.setup.CreateDemoAccounts;
import chat.natter.stack.setup.DemoAccount;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts what does not run yet, and says what to do next. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Builds what is stale and starts Kafka, Cassandra, MariaDB, S3Proxy, Keycloak and the services."
                + " Starts only what is missing; if it fails, it stops again what it started.")
final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Nodes of Kafka: 1, or 3 that keep every topic three times and take writes while one is away."
                    + " Default: ${DEFAULT-VALUE}")
    private int brokers;

    @Option(
            names = "--gateways",
            paramLabel = "N",
            defaultValue = "1",
            description = "Gateways to run. Default: ${DEFAULT-VALUE}")
    private int gateways;

    @Option(
            names = "--message-services",
            paramLabel = "N",
            defaultValue = "1",
            description = "Instances of message-service to run. Default: ${DEFAULT-VALUE}")
    private int messageServices;

    @Option(names = "--servers-only", description = "Start the five servers, their topics and keyspace, no service.")
    private boolean serversOnly;

    @Option(
            names = "--observe",
            description = "Also start Prometheus with the alert rules of deploy/observability. Needs the program"
                    + " prometheus (Debian's package of that name) on the PATH or as NATTER_PROMETHEUS.")
    private boolean observe;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "${env:NATTER_PORT_OFFSET:-0}",
            description = "Added to every default port, so that stacks can run side by side. Default: 0")
    private int portOffset;

    @Mixin
    private final BaseOption base = new BaseOption();

    @Mixin
    private final StackShape shape = new StackShape();

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        Instant began = clock.instant();
        StackLayout layout = base.layout();
        StackOptions plain = shape.options(gateways, messageServices, serversOnly, portOffset)
                .withBrokers(brokers);
        StackOptions options = observe ? plain.observing() : plain;
        URI edge = URI.create("http://127.0.0.1:" + options.ports().port(PortName.GATEWAY));
        int started;
        try (Progress progress = Terminal.progress()) {
            started = new StartStack(layout, options, progress, clock).start();
            if (!serversOnly) {
                progress.begin("demo accounts");
                new CreateDemoAccounts(edge).create();
                progress.end("demo accounts", "");
            }
        }
        long rss = new StackStatus(layout)
                .lines().stream().mapToLong(StackStatus.Line::rssMiB).sum();
        Terminal.OUT.printf(
                Locale.ROOT,
                "%n%s in %.1f s, %d MiB of memory. Logs: ./natter logs NAME; stop: ./natter down%n",
                started == 0 ? "Everything was running already; checked" : "Ready",
                Duration.between(began, clock.instant()).toMillis() / 1000.0,
                rss);
        if (!serversOnly) {
            printNextSteps(edge, layout);
        }
        if (observe) {
            Terminal.OUT.println("  live figures         http://127.0.0.1:"
                    + options.ports().port(PortName.PROMETHEUS) + PrometheusServer.LIVE_FIGURES);
        }
        return 0;
    }

    private static void printNextSteps(URI edge, StackLayout layout) {
        if (Files.exists(layout.webApp())) {
            Terminal.OUT.println("  open in a browser    " + edge);
        }
        Terminal.OUT.println("  REST and WebSocket   " + edge + "  (sockets at " + edge.resolve("/v1/chat") + ")");
        for (DemoAccount account : DemoAccount.ALL) {
            Terminal.OUT.printf(
                    Locale.ROOT, "  demo account         %s / %s%n", account.username(), account.password());
        }
        Terminal.OUT.println("  next                 ./natter chat --as alice --to bob");
    }
}
