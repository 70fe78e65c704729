package chat.natter.stack.plan;

import chat.natter.stack.report.StackFailure;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which port everything listens on: the default plus the offset, unless an option or an environment variable names the
 * port itself. An option wins over the environment; neither is shifted.
 */
public final class PortPlan {
    private static final int HIGHEST = 65_535;

    private final Map<PortName, Integer> ports;

    private PortPlan(Map<PortName, Integer> ports) {
        this.ports = ports;
    }

    /** {@code options} as typed: {@code kafka -> 29092}. */
    public static PortPlan of(int offset, Map<String, Integer> options, Map<String, String> environment) {
        Map<PortName, Integer> ports = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            ports.put(name, name.defaultPort() + offset);
            String fromEnvironment = environment.get(name.variable());
            if (fromEnvironment != null && !fromEnvironment.isBlank()) {
                ports.put(name, number(name.variable(), fromEnvironment));
            }
        }
        options.forEach((option, port) -> ports.put(
                PortName.ofOption(option)
                        .orElseThrow(() -> new StackFailure("There is no port named " + option + ". The names are: "
                                + Arrays.stream(PortName.values())
                                        .map(PortName::option)
                                        .collect(Collectors.joining(", "))
                                + ".")),
                port));
        ports.forEach(PortPlan::requireInRange);
        return new PortPlan(ports);
    }

    public int port(PortName name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalStateException("no port for " + name);
        }
        return port;
    }

    /** The port of the {@code index}-th instance, counted from 1. */
    public int port(PortName name, int index) {
        return port(name) + index - 1;
    }

    /** Every port that is going to be used. Two parts may not share one. */
    public List<UsedPort> used(int brokers, int gateways, int messageServices, boolean serversOnly) {
        Map<Integer, UsedPort> used = new LinkedHashMap<>();
        for (PortName name : PortName.values()) {
            int instances = switch (name.owner()) {
                case SERVER -> 1;
                case FURTHER_BROKER -> brokers > 1 ? 1 : 0;
                // Says itself if its port is taken; most stacks run without it.
                case OBSERVER -> 0;
                case SERVICE -> serversOnly ? 0 : 1;
                case EACH_GATEWAY -> serversOnly ? 0 : gateways;
                case EACH_MESSAGE_SERVICE -> serversOnly ? 0 : messageServices;
            };
            for (int index = 1; index <= instances; index++) {
                UsedPort mine = new UsedPort(port(name, index), name, name.part(index));
                UsedPort other = used.putIfAbsent(mine.port(), mine);
                if (other != null) {
                    throw new StackFailure("Port " + mine.port() + " is planned for both " + other.part() + " and "
                            + mine.part() + "; move one of them with --port " + name.option() + "=NUMBER.");
                }
            }
        }
        return List.copyOf(used.values());
    }

    private static int number(String variable, String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw new StackFailure(variable + " must be a port number, not \"" + text + "\".", e);
        }
    }

    private static void requireInRange(PortName name, int port) {
        if (port < 1 || port > HIGHEST) {
            throw new StackFailure("Port " + port + " for " + name.option() + " is not between 1 and " + HIGHEST + ".");
        }
    }
}
