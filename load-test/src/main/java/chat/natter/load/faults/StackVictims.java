package chat.natter.load.faults;

import chat.natter.stack.LocalStack;
import chat.natter.stack.network.Relay;
import chat.natter.stack.replica.AskReplicas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of a local stack, and the networks between some of them. For these, one gateway and one message-service are
 * started anew with another address for Kafka, behind which the network is ours. They and presence-service have a clock
 * that can be set, where libfaketime is installed. {@link #close} puts everything back.
 */
final class StackVictims implements Victims, AutoCloseable {
    private static final String CLIENTS_ADDRESS = "127.0.0.2";
    private static final Set<String> DATABASES = Set.of("cassandra", "mariadb");

    private final LocalStack stack;
    private final Path folder;
    private final Map<String, List<Relay>> lines = new LinkedHashMap<>();
    private final Map<String, ClockOf> clocks = new LinkedHashMap<>();
    /** What these parts are started with besides what they always are. */
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    private final List<URI> edges = new ArrayList<>();
    private final AskReplicas replicas;

    private StackVictims(LocalStack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
        this.replicas = new AskReplicas(stack.kafkaBootstrap());
    }

    static StackVictims of(LocalStack stack) throws IOException {
        StackVictims victims = new StackVictims(stack, Files.createTempDirectory("natter-faults"));
        victims.putBetweenClientsAndGateways();
        String gateway = "gateway-" + stack.gateways();
        victims.putBetweenKafkaAnd(gateway, "127.0.0.3");
        victims.putBetweenKafkaAnd("message-1", "127.0.0.4");
        for (String part : List.of(gateway, "message-1", "presence")) {
            victims.putAClockInto(part);
        }
        for (String part : victims.changed()) {
            victims.stop(part);
            victims.start(part);
        }
        return victims;
    }

    /** Where clients find the gateways. */
    List<URI> edges() {
        return List.copyOf(edges);
    }

    List<String> parts() {
        return stack.services().stream().map(LocalStack.Service::name).toList();
    }

    Weaknesses weaknesses() {
        return new Weaknesses(parts(), disks(), List.copyOf(clocks.keySet()), List.copyOf(lines.keySet()));
    }

    private List<String> disks() {
        Stream<String> databases = parts().stream().filter(DATABASES::contains);
        return Stream.concat(stack.brokers().stream(), databases)
                .filter(stack::isProcess)
                .toList();
    }

    /** Whether every broker has all that it is to have. */
    boolean areReplicasInSync() {
        return replicas.areInSync();
    }

    private void putBetweenClientsAndGateways() {
        for (int index = 1; index <= stack.gateways(); index++) {
            URI edge = stack.gatewayUrl(index);
            edges.add(index == 1 ? URI.create("http://" + CLIENTS_ADDRESS + ":" + edge.getPort()) : edge);
        }
        lines.put(
                "clients to gateway-1",
                List.of(new Relay(CLIENTS_ADDRESS, local(stack.gatewayUrl(1).getPort()))));
    }

    private void putBetweenKafkaAnd(String part, String address) throws IOException {
        List<String> brokers = new ArrayList<>();
        List<Relay> relays = new ArrayList<>();
        for (String broker : Arrays.asList(stack.kafkaBootstrap().split(",", -1))) {
            int port = Integer.parseInt(broker.substring(broker.indexOf(':') + 1));
            brokers.add("localhost:" + port);
            relays.add(new Relay(address, local(port)));
        }
        lines.put(part + " to kafka", relays);
        Path hosts = Files.writeString(folder.resolve(part + ".hosts"), address + " localhost\n");
        options.put(
                part,
                List.of("-Djdk.net.hosts.file=" + hosts, "-Dkafka.bootstrap.servers=" + String.join(",", brokers)));
    }

    private void putAClockInto(String part) throws IOException {
        if (stack.isProcess(part)) {
            ClockOf.part(part, folder).ifPresent(clock -> clocks.put(part, clock));
        }
    }

    private Set<String> changed() {
        Set<String> changed = new LinkedHashSet<>(options.keySet());
        changed.addAll(clocks.keySet());
        return changed;
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void kill(String part) {
        stack.kill(part);
    }

    @Override
    public void stop(String part) {
        stack.stop(part);
    }

    @Override
    public void start(String part) {
        if (!changed().contains(part)) {
            stack.start(part);
            return;
        }
        ClockOf clock = clocks.get(part);
        stack.startWith(part, options.getOrDefault(part, List.of()), clock == null ? Map.of() : clock.variables());
    }

    @Override
    public void pause(String part) {
        stack.pause(part);
    }

    @Override
    public void resume(String part) {
        stack.resume(part);
    }

    @Override
    public void fillDisk(String part) {
        stack.fillDisk(part);
    }

    @Override
    public void setClock(String part, Duration ahead) {
        ClockOf clock = clocks.get(part);
        if (clock != null) {
            clock.set(ahead);
        }
    }

    @Override
    public void cut(String line) {
        relays(line).forEach(Relay::cut);
    }

    @Override
    public void slow(String line, Duration delay) {
        relays(line).forEach(relay -> relay.slow(delay));
    }

    @Override
    public void heal(String line) {
        relays(line).forEach(Relay::heal);
    }

    private List<Relay> relays(String line) {
        return lines.getOrDefault(line, List.of());
    }

    /** Everything runs again as it did before, whatever was broken at that moment. */
    @Override
    public void close() throws IOException {
        replicas.close();
        lines.keySet().forEach(this::heal);
        parts().forEach(stack::resume);
        changed().forEach(stack::stop);
        parts().forEach(stack::start);
        for (List<Relay> relays : lines.values()) {
            for (Relay relay : relays) {
                relay.close();
            }
        }
    }
}
