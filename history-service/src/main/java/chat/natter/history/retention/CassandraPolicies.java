package chat.natter.history.retention;

import static java.util.Objects.requireNonNull;

import chat.natter.contract.ConversationId;
import chat.natter.history.message.OrUnavailable;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Policies in Cassandra; see {@code V009__retention.cql}. */
final class CassandraPolicies implements Policies {
    private final CqlSession session;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement inLine;

    CassandraPolicies(CqlSession session) {
        this.session = session;
        this.select = session.prepare("SELECT conversation, retention_class, held, changed_at, in_line_with FROM"
                + " conversation_policies WHERE shard = 0");
        this.insert = session.prepare("INSERT INTO conversation_policies"
                + " (shard, conversation, retention_class, held, changed_at) VALUES (0, :conversation, :class, :held,"
                + " :changed_at) USING TIMESTAMP :written");
        this.inLine = session.prepare("INSERT INTO conversation_policies (shard, conversation, in_line_with)"
                + " VALUES (0, ?, ?) USING TIMESTAMP ?");
    }

    @Override
    public List<Policy> all() {
        return OrUnavailable.read(() -> {
            List<Policy> policies = new ArrayList<>();
            for (Row row : session.execute(select.bind())) {
                policies.add(read(row));
            }
            return policies;
        });
    }

    private static Policy read(Row row) {
        Instant changedAt = requireNonNull(row.getInstant("changed_at"));
        return new Policy(
                new ConversationId(requireNonNull(row.getString("conversation"))),
                Optional.ofNullable(row.getString("retention_class")),
                row.getBoolean("held"),
                changedAt,
                changedAt.equals(row.getInstant("in_line_with")));
    }

    @Override
    public void write(Policy policy) {
        BoundStatementBuilder bound = insert.boundStatementBuilder()
                .setString("conversation", policy.conversation().value())
                .setString("class", policy.retentionClass().orElse(null))
                .setBoolean("held", policy.held())
                .setInstant("changed_at", policy.changedAt())
                .setLong("written", micros(policy));
        OrUnavailable.read(() -> session.execute(bound.build()));
    }

    @Override
    public void markInLine(Policy policy) {
        OrUnavailable.read(
                () -> session.execute(inLine.bind(policy.conversation().value(), policy.changedAt(), micros(policy))));
    }

    private static long micros(Policy policy) {
        return TimeUnit.MILLISECONDS.toMicros(policy.changedAt().toEpochMilli());
    }
}
