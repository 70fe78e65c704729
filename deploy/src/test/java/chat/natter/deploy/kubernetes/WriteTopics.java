package chat.natter.deploy.kubernetes;

import chat.natter.contract.Topic;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The topics of the contract in the two forms in which a cluster can be given them. */
final class WriteTopics {
    private static final int PARTITIONS = 48;

    private WriteTopics() {}

    static String asStrimziResources() {
        StringBuilder yaml =
                new StringBuilder("# Generated from chat.natter.contract.Topic. The partition count is for ever"
                        + " (docs/adr/0001): choose it before the first start.\n");
        for (Topic topic : Topic.values()) {
            yaml.append("""
                    ---
                    apiVersion: kafka.strimzi.io/v1beta2
                    kind: KafkaTopic
                    metadata:
                      name: %s
                      labels:
                        strimzi.io/cluster: natter
                    spec:
                      topicName: %s
                      partitions: %d
                      replicas: 3
                      config:
                    """.formatted(topic.topicName().replace('.', '-'), topic.topicName(), PARTITIONS));
            Map<String, String> settings = new TreeMap<>(topic.settings());
            settings.put("min.insync.replicas", "2");
            settings.forEach((key, value) -> yaml.append("    %s: \"%s\"\n".formatted(key, value)));
        }
        return yaml.toString();
    }

    static String asShellScript() {
        StringBuilder script = new StringBuilder("""
                #!/bin/sh
                # Generated from chat.natter.contract.Topic. Creates the topics that are missing; existing ones stay as they are.
                # BOOTSTRAP, PARTITIONS (for ever: docs/adr/0001) and REPLICATION are given from outside; COMMAND_CONFIG is a
                # file with the admin's credentials, if Kafka asks for any.
                set -eu
                kafka_topics=${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}

                create() {
                    name=$1
                    shift
                    "$kafka_topics" --bootstrap-server "$BOOTSTRAP" ${COMMAND_CONFIG:+--command-config "$COMMAND_CONFIG"} \\
                        --create --if-not-exists --topic "$name" --partitions "$PARTITIONS" --replication-factor "$REPLICATION" "$@"
                }

                """);
        for (Topic topic : Topic.values()) {
            String settings = new TreeMap<>(topic.settings())
                    .entrySet().stream()
                            .map(entry -> "--config " + entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(" "));
            script.append("create %s %s\n".formatted(topic.topicName(), settings));
        }
        return script.toString();
    }
}
