package chat.natter.stack.plan;

import chat.natter.stack.report.StackFailure;
import java.util.List;

/** What {@code up} is to start. */
public record StackOptions(
        Servers servers,
        int brokers,
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
        requireBrokers(servers, brokers);
        requireBetween("--gateways", gateways, MOST_INSTANCES);
        requireBetween("--message-services", messageServices, MOST_INSTANCES);
        requireBetween("--partitions", partitions, 1_000);
        jvmOptions = List.copyOf(jvmOptions);
        serverJvmOptions = List.copyOf(serverJvmOptions);
    }

    /** The same, with Prometheus. */
    public StackOptions observing() {
        return new StackOptions(
                servers,
                brokers,
                gateways,
                messageServices,
                serversOnly,
                true,
                partitions,
                jvmOptions,
                serverJvmOptions,
                ports);
    }

    /** The same, with that many nodes of Kafka. */
    public StackOptions withBrokers(int count) {
        return new StackOptions(
                servers,
                count,
                gateways,
                messageServices,
                serversOnly,
                observe,
                partitions,
                jvmOptions,
                serverJvmOptions,
                ports);
    }

    private static void requireBrokers(Servers servers, int brokers) {
        if (brokers != 1 && brokers != Broker.values().length) {
            throw new StackFailure("--brokers must be 1 or 3, not " + brokers + ": fewer than 3 outlive no loss.");
        }
        if (brokers > 1 && servers == Servers.CONTAINERS) {
            throw new StackFailure("--brokers 3 needs --servers processes: as containers there is one broker.");
        }
    }

    private static void requireBetween(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new StackFailure(option + " must be between 1 and " + most + ", not " + value + ".");
        }
    }
}
