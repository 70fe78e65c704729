package chat.natter.stack;

import chat.natter.stack.plan.Broker;
import chat.natter.stack.process.AwaitReady;
import chat.natter.stack.process.ContainerEngine;
import chat.natter.stack.process.Controls;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.ProcessId;
import chat.natter.stack.process.StartProcess;
import chat.natter.stack.report.StackFailure;
import chat.natter.stack.state.Connections;
import chat.natter.stack.state.RunningPart;
import chat.natter.stack.state.StackFile;
import chat.natter.stack.state.StackState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The running stack, for integration tests: how to reach everything, and how to break it. What a test kills or pauses
 * it must start or resume again, since all tests share one stack.
 */
public final class LocalStack {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StackFile file;
    private final ContainerEngine engine;
    private final StartProcess startProcess = new StartProcess();
    private final AwaitReady awaitReady = new AwaitReady(PATIENCE);

    private LocalStack(StackFile file, ContainerEngine engine) {
        this.file = file;
        this.engine = engine;
        state();
    }

    /**
     * The stack that {@code ./natter test} or {@code ./natter up} started: its file is named by the system property
     * {@code natter.stack} or the variable {@code NATTER_STACK_FILE}, else {@code .natter/stack.json} in the
     * repository.
     */
    public static LocalStack current() {
        String named = System.getProperty("natter.stack", System.getenv().getOrDefault("NATTER_STACK_FILE", ""));
        return at(
                named.isBlank()
                        ? Path.of(System.getProperty("natter.root", ""), ".natter", "stack.json")
                        : Path.of(named));
    }

    public static LocalStack at(Path stackFile) {
        return at(stackFile, new ContainerEngine());
    }

    static LocalStack at(Path stackFile, ContainerEngine engine) {
        return new LocalStack(new StackFile(stackFile), engine);
    }

    /** One server or service: where it is, and which process it is at this moment. */
    public record Service(String name, String url, long pid, boolean running, long rssMiB, Path log) {}

    /** {@code host:port} of each broker, separated by commas. */
    public String kafkaBootstrap() {
        return connections().kafkaBootstrap();
    }

    /** {@code host:port}. */
    public String cassandraContactPoint() {
        return connections().cassandra().contactPoint();
    }

    public String cassandraDatacenter() {
        return connections().cassandra().datacenter();
    }

    public String cassandraKeyspace() {
        return connections().cassandra().keyspace();
    }

    public String jdbcUrl() {
        return connections().sql().jdbcUrl();
    }

    public String jdbcUser() {
        return connections().sql().user();
    }

    public String jdbcPassword() {
        return connections().sql().password();
    }

    public URI s3Endpoint() {
        return connections().s3().endpoint();
    }

    public String s3Region() {
        return connections().s3().region();
    }

    public String s3Bucket() {
        return connections().s3().bucket();
    }

    public String s3AccessKey() {
        return connections().s3().accessKey();
    }

    public String s3SecretKey() {
        return connections().s3().secretKey();
    }

    public URI keycloakUrl() {
        return connections().keycloak().url();
    }

    public String keycloakRealm() {
        return connections().keycloak().realm();
    }

    /** The confidential client with a service account. */
    public String keycloakClientId() {
        return connections().keycloak().clientId();
    }

    public String keycloakClientSecret() {
        return connections().keycloak().clientSecret();
    }

    /** The public client with direct access grants. */
    public String keycloakAppClientId() {
        return connections().keycloak().appClientId();
    }

    /** Of the master realm's user {@code admin}. */
    public String keycloakAdminPassword() {
        return connections().keycloak().adminPassword();
    }

    public Path signingKeyFile() {
        return connections().tokens().signingKeyFile();
    }

    /** {@code kid:base64}, separated by commas; the first one signs. */
    public String ticketKeys() {
        return connections().tokens().ticketKeys();
    }

    public URI jwksUrl() {
        return connections().tokens().jwksUrl();
    }

    /** The public edge of the {@code index}-th gateway, counted from 1. */
    public URI gatewayUrl(int index) {
        return URI.create(service("gateway-" + index).url());
    }

    /** Where a service serves its health and metrics. */
    public URI managementUrl(String name) {
        return part(name).launch().probe().target().resolve("/");
    }

    /** The names of Kafka's nodes. */
    public List<String> brokers() {
        Set<String> brokers = Arrays.stream(Broker.values()).map(Broker::part).collect(Collectors.toSet());
        return state().services().stream()
                .map(RunningPart::name)
                .filter(brokers::contains)
                .sorted()
                .toList();
    }

    public int gateways() {
        return (int) state().services().stream()
                .filter(part -> part.name().startsWith("gateway-"))
                .count();
    }

    public List<Service> services() {
        return state().services().stream().map(LocalStack::service).toList();
    }

    /** Throws for a name that is not part of this stack. */
    public Service service(String name) {
        return service(part(name));
    }

    /** SIGKILL: it gets no chance to say goodbye. Returns when it is gone. */
    public void kill(String name) {
        controls(name).kill();
    }

    /** SIGTERM, and SIGKILL after 20 s. Returns when it is gone. */
    public void stop(String name) {
        controls(name).stop(GRACE);
    }

    /** Starts it with the command line it had before; returns when it is ready. Does nothing if it runs. */
    public void start(String name) {
        start(name, part(name).launch());
    }

    /** The same with further options for its JVM, this once. */
    public void startWith(String name, List<String> jvmOptions) {
        startWith(name, jvmOptions, Map.of());
    }

    /** The same with further options for its JVM and further environment variables, this once. */
    public void startWith(String name, List<String> jvmOptions, Map<String, String> variables) {
        start(name, part(name).launch().with(jvmOptions, variables));
    }

    private void start(String name, Launch launch) {
        ProcessId running = part(name).process();
        if (!running.isAlive()) {
            ProcessId started = startProcess.start(launch);
            file.update(state -> state.with(RunningPart.started(part(name).launch(), started)));
            running = started;
        }
        awaitReady.await(launch, running);
        file.update(state -> state.with(part(name).asReady()));
    }

    public void restart(String name) {
        stop(name);
        start(name);
    }

    /** Its connections stay open but nothing answers. */
    public void pause(String name) {
        controls(name).pause();
    }

    public void resume(String name) {
        controls(name).resume();
    }

    /** Whether it is a process of its own, and not one in a container. */
    public boolean isProcess(String name) {
        return part(name).launch().container() == null;
    }

    /** From now on it cannot write to any file, as on a full disk, until it is started anew. Only for processes. */
    public void fillDisk(String name) {
        controls(name).fillDisk();
    }

    private static Service service(RunningPart part) {
        boolean running = part.process().isAlive();
        return new Service(
                part.name(),
                part.url(),
                part.pid(),
                running,
                part.process().rssMiB(),
                part.launch().log());
    }

    private Controls controls(String name) {
        return part(name).controls(engine);
    }

    private RunningPart part(String name) {
        StackState state = state();
        return state.part(name)
                .orElseThrow(() -> new StackFailure("The local stack has no " + name + ", but: "
                        + String.join(
                                ", ",
                                state.services().stream().map(RunningPart::name).toList())
                        + "."));
    }

    private Connections connections() {
        return state().connections();
    }

    private StackState state() {
        return file.read()
                .orElseThrow(() -> new StackFailure(
                        "The local stack does not run (there is no " + file.path() + "); start it with ./natter up."));
    }
}
