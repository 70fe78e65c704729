package chat.natter.stack.run;

import chat.natter.stack.plan.Broker;
import chat.natter.stack.process.ContainerEngine;
import chat.natter.stack.state.RunningPart;
import chat.natter.stack.state.StackFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stops parts in the order that lets each one finish its work: gateways, the other services, the servers. Within such a
 * group all at once. The state file forgets a part when it has ended, and goes when it is empty.
 */
final class StopParts {
    private static final Set<String> SERVERS = Stream.concat(
                    Stream.of("cassandra", "mariadb", "s3proxy", "keycloak"),
                    Arrays.stream(Broker.values()).map(Broker::part))
            .collect(Collectors.toSet());
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final StackFile file;
    private final ContainerEngine engine = new ContainerEngine();

    StopParts(StackFile file) {
        this.file = file;
    }

    void stop(List<RunningPart> parts) {
        Predicate<RunningPart> server = part -> SERVERS.contains(part.name());
        Predicate<RunningPart> gateway = part -> part.name().startsWith("gateway-");
        stopGroup(parts, gateway);
        stopGroup(parts, server.or(gateway).negate());
        stopGroup(parts, server);
        forget(parts);
    }

    private void stopGroup(List<RunningPart> parts, Predicate<RunningPart> group) {
        List<Thread> threads = parts.stream()
                .filter(group)
                .map(part -> new Thread(() -> part.controls(engine).stop(GRACE), "stop-" + part.name()))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void forget(List<RunningPart> parts) {
        file.read().ifPresent(state -> {
            var rest = state;
            for (RunningPart part : parts) {
                if (!part.process().isAlive()) {
                    rest = rest.without(part.name());
                }
            }
            if (!rest.services().isEmpty()) {
                file.replace(rest);
                return;
            }
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
