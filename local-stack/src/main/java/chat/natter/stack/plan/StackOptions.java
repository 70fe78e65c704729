package chat.natter.stack.plan;

import chat.natter.stack.report.StackFailure;
import java.util.List;

/** What {@code up} is to start. */
public record StackOptions(
        Servers servers,
        int gateways,
        int messageServices,
        boolean serversOnly,
        boolean observe,
        int partitions,
        List<String> jvmOptions,
        List<String> serverJvmOptions,
        PortPlan ports) {
    private static final int MOST_INSTANCES = 20;

    public StackOptions {
        requireBetween("--gateways", gateways, MOST_INSTANCES);
        requireBetween("--message-services", messageServices, MOST_INSTANCES);
        requireBetween("--partitions", partitions, 1_000);
        jvmOptions = List.copyOf(jvmOptions);
        serverJvmOptions = List.copyOf(serverJvmOptions);
    }

    /** The same, with Prometheus. */
    public StackOptions observing() {
        return new StackOptions(
                servers, gateways, messageServices, serversOnly, true, partitions, jvmOptions, serverJvmOptions, ports);
    }

    private static void requireBetween(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new StackFailure(option + " must be between 1 and " + most + ", not " + value + ".");
        }
    }
}
