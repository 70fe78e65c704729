package chat.natter.history;

import chat.natter.history.cassandra.CassandraConfig;
import chat.natter.stack.LocalStack;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Kafka and Cassandra of the local stack, with names of one's own in both so that tests do not meet. */
public record Servers(String kafka, String cassandra, String datacenter, String suffix) {
    public static Servers withOwnNames() {
        return withNames(UUID.randomUUID().toString().substring(0, 8));
    }

    /** With names that are the same each time. */
    public static Servers withNames(String suffix) {
        LocalStack stack = LocalStack.current();
        return new Servers(stack.kafkaBootstrap(), stack.cassandraContactPoint(), stack.cassandraDatacenter(), suffix);
    }

    String events() {
        return "history-it.events." + suffix;
    }

    String deadLetters() {
        return "history-it.dead-letters." + suffix;
    }

    String accounts() {
        return "history-it.accounts." + suffix;
    }

    String audit() {
        return "history-it.audit." + suffix;
    }

    String group() {
        return "history-it-" + suffix;
    }

    public String keyspace() {
        return "history_it_" + suffix;
    }

    InetSocketAddress cassandraAddress() {
        int colon = cassandra.indexOf(':');
        return new InetSocketAddress(cassandra.substring(0, colon), Integer.parseInt(cassandra.substring(colon + 1)));
    }

    public CassandraConfig cassandraConfig() {
        return new CassandraConfig() {
            @Override
            public List<String> contactPoints() {
                return List.of(cassandra);
            }

            @Override
            public String localDatacenter() {
                return datacenter;
            }

            @Override
            public String keyspace() {
                return Servers.this.keyspace();
            }

            @Override
            public int replicationFactor() {
                return 1;
            }

            @Override
            public Optional<String> username() {
                return Optional.empty();
            }

            @Override
            public Optional<String> password() {
                return Optional.empty();
            }

            @Override
            public Duration requestTimeout() {
                return Duration.ofSeconds(10);
            }
        };
    }
}
