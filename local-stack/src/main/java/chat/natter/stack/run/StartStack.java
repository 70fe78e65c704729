package chat.natter.stack.run;

import chat.natter.stack.build.BuildModules;
import chat.natter.stack.build.CopyApp;
import chat.natter.stack.build.Module;
import chat.natter.stack.build.ResolveServers;
import chat.natter.stack.container.ContainerServer;
import chat.natter.stack.plan.Broker;
import chat.natter.stack.plan.Servers;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.plan.StackOptions;
import chat.natter.stack.plan.UsedPort;
import chat.natter.stack.process.ContainerEngine;
import chat.natter.stack.process.Launch;
import chat.natter.stack.report.Progress;
import chat.natter.stack.report.StackFailure;
import chat.natter.stack.secret.LoadSecrets;
import chat.natter.stack.secret.Secrets;
import chat.natter.stack.server.CassandraServer;
import chat.natter.stack.server.KafkaServer;
import chat.natter.stack.server.KeycloakServer;
import chat.natter.stack.server.MariaDbServer;
import chat.natter.stack.server.PrometheusServer;
import chat.natter.stack.server.S3ProxyServer;
import chat.natter.stack.server.Server;
import chat.natter.stack.service.ServiceLaunch;
import chat.natter.stack.service.ServiceLaunches;
import chat.natter.stack.setup.CreateKeyspace;
import chat.natter.stack.setup.CreateTopics;
import chat.natter.stack.state.Connections;
import chat.natter.stack.state.RunningPart;
import chat.natter.stack.state.StackFile;
import chat.natter.stack.state.StackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code up}: checks, builds, and starts what does not run yet. Either everything asked for is ready afterwards, or
 * nothing that this command started is left.
 */
public final class StartStack {
    private static final long FIRST_START_MIB = 3_072;
    private static final long LATER_START_MIB = 1_024;

    private final StackLayout layout;
    private final StackOptions options;
    private final Progress progress;
    private final StackFile file;
    private final ResolveServers servers;
    private final BuildModules modules;

    public StartStack(StackLayout layout, StackOptions options, Progress progress, Clock clock) {
        this.layout = layout;
        this.options = options;
        this.progress = progress;
        this.file = new StackFile(layout.stackFile());
        this.servers = new ResolveServers(layout, progress);
        this.modules = new BuildModules(layout, progress, clock);
    }

    /** The number of processes that were started; 0 if all of them ran already. */
    public int start() {
        return StackLock.holding(layout.base(), this::startLocked);
    }

    private int startLocked() {
        CheckMachine.requireLinux();
        if (options.servers() == Servers.CONTAINERS) {
            new ContainerEngine().require();
        }
        requireSameBrokers();
        List<RunningPart> alive = alive();
        requireFreePorts(alive);
        requireDisk();
        if (options.servers() == Servers.PROCESSES) {
            servers.resolve();
        }
        if (!options.serversOnly()) {
            modules.build(Module.SERVICES);
            new BuildWebApp(layout, progress).build();
        }
        Secrets secrets = new LoadSecrets(layout.secrets()).load();
        Connections connections = AssembleConnections.of(options.ports(), options.brokers(), secrets);
        requireSamePlaces(alive, connections);
        file.replace(new StackState(connections, alive));
        return run(secrets, connections);
    }

    private int run(Secrets secrets, Connections connections) {
        StartedParts started = new StartedParts(file, progress);
        Thread undo = new Thread(() -> {
            progress.say("Interrupted: stopping what was started.");
            started.stopAgain();
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
        });
        Runtime.getRuntime().addShutdownHook(undo);
        try {
            RunSteps.run(steps(started, secrets, connections));
            Runtime.getRuntime().removeShutdownHook(undo);
            return started.count();
        } catch (RuntimeException e) {
            started.stopAgain();
            throw e;
        }
    }

    private List<Step> steps(StartedParts started, Secrets secrets, Connections connections) {
        List<Step> steps = new ArrayList<>();
        for (Server server : servers(secrets)) {
            steps.add(new Step(server.name(), Set.of(), () -> started.ensure(server.name(), server::prepare)));
        }
        steps.add(new Step("topics", brokerNames(), () -> createTopics(connections)));
        steps.add(new Step("keyspace", Set.of("cassandra"), () -> createKeyspace(connections)));
        if (!options.serversOnly()) {
            for (ServiceLaunch service : new ServiceLaunches(layout, options.ports(), connections).all(options)) {
                steps.add(new Step(
                        service.name(), service.needs(), () -> started.ensure(service.name(), () -> prepare(service))));
            }
        }
        if (options.observe()) {
            Server prometheus = new PrometheusServer(
                    layout, options.ports(), new ServiceLaunches(layout, options.ports(), connections).all(options));
            steps.add(new Step(
                    prometheus.name(), Set.of(), () -> started.ensure(prometheus.name(), prometheus::prepare)));
        }
        return steps;
    }

    private List<Server> servers(Secrets secrets) {
        return switch (options.servers()) {
            case CONTAINERS -> ContainerServer.all(layout, options.ports(), options.serverJvmOptions());
            case PROCESSES -> processes(secrets);
        };
    }

    private List<Server> processes(Secrets secrets) {
        List<Server> all = new ArrayList<>();
        all.add(new CassandraServer(layout, options.ports(), options.serverJvmOptions()));
        all.addAll(KafkaServer.all(layout, options.ports(), options.brokers(), options.serverJvmOptions()));
        all.add(new KeycloakServer(layout, options.ports(), secrets));
        all.add(new MariaDbServer(layout, options.ports(), secrets));
        all.add(new S3ProxyServer(layout, options.ports(), secrets));
        return all;
    }

    private Set<String> brokerNames() {
        return Broker.first(options.brokers()).stream().map(Broker::part).collect(Collectors.toSet());
    }

    private Launch prepare(ServiceLaunch service) {
        CopyApp.copy(layout.module(service.module()).resolve("target/quarkus-app"), layout.app(service.name()));
        return service.launch(layout, Path.of(System.getProperty("java.home"), "bin", "java"), options.jvmOptions());
    }

    private void createTopics(Connections connections) {
        progress.begin("topics");
        int created = new CreateTopics(connections.kafkaBootstrap(), options.partitions()).create();
        progress.end("topics", created == 0 ? "all there" : created + " created");
    }

    private void createKeyspace(Connections connections) {
        // To ask costs two seconds of processor time; whoever drops it has to put it back.
        Path cassandra = switch (options.servers()) {
            case CONTAINERS -> layout.volumes().resolve(layout.container("cassandra"));
            case PROCESSES -> layout.data("cassandra");
        };
        Path created = cassandra.resolve("keyspace-created");
        if (Files.exists(created)) {
            return;
        }
        progress.begin("keyspace");
        new CreateKeyspace(connections.cassandra()).create();
        try {
            Files.createFile(created);
        } catch (IOException e) {
            throw new StackFailure(created + " cannot be written: " + e.getMessage(), e);
        }
        progress.end("keyspace", connections.cassandra().keyspace());
    }

    private List<RunningPart> alive() {
        return file.read().map(StackState::services).orElse(List.of()).stream()
                .filter(part -> part.process().isAlive())
                .toList();
    }

    private void requireSameBrokers() {
        KafkaServer.brokersOf(layout)
                .filter(before -> before != options.brokers())
                .ifPresent(before -> {
                    throw new StackFailure("Kafka's data in " + layout.base() + " is of --brokers " + before
                            + ", not of " + options.brokers()
                            + ": start with as many as before, or forget all data with ./natter reset.");
                });
    }

    private void requireFreePorts(List<RunningPart> alive) {
        Set<String> running = alive.stream().map(RunningPart::name).collect(Collectors.toSet());
        List<UsedPort> needed = options
                .ports()
                .used(options.brokers(), options.gateways(), options.messageServices(), options.serversOnly())
                .stream()
                .filter(used -> !running.contains(used.part()))
                .toList();
        CheckPorts.requireFree(needed);
    }

    private void requireDisk() {
        boolean first =
                options.servers() == Servers.PROCESSES && !servers.missing().isEmpty();
        long need = first ? FIRST_START_MIB : LATER_START_MIB;
        String what = first ? "the first start" : "the local stack";
        CheckMachine.requireDisk(layout.shared(), need, what);
        CheckMachine.requireDisk(layout.base(), need, what);
    }

    private void requireSamePlaces(List<RunningPart> alive, Connections connections) {
        boolean moved = file.read()
                .filter(state -> !alive.isEmpty() && !state.connections().equals(connections))
                .isPresent();
        if (moved) {
            throw new StackFailure(
                    "This stack already runs with other ports; stop it with ./natter down before you move it.");
        }
    }
}
