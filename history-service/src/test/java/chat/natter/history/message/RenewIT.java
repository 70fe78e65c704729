package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.frame.Action;
import chat.natter.history.cassandra.SharedKeyspace;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of what is in the store when it is to be kept for longer or shorter. */
class RenewIT {

    private final SomeMessages some = new SomeMessages();
    private final SomeLifetimes lifetimes = new SomeLifetimes();
    private final CassandraMessages messages;
    private final CassandraChanges changes;

    RenewIT() {
        CqlSession session = SharedKeyspace.session();
        messages = new CassandraMessages(session, 32, lifetimes, Clock.systemUTC());
        changes = new CassandraChanges(session, 32, lifetimes, Clock.systemUTC());
    }

    @Test
    void whatIsToBeKeptForLessTimeVanishesEarlierWithWhatWasDoneToIt() {
        // Given
        List<ArchivedMessage> entries = List.of(some.message(1), some.change(2, 1, Action.EDIT, "{\"kind\":\"x\"}"));
        write(entries);

        // When
        lifetimes.latest = Instant.now().plusSeconds(2);
        renew(all());

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> all().isEmpty());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> changes.changes(some.conversation, 1, 1).isEmpty());
        write(entries);
        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsHeldDoesNotExpireAndDoesAgainAfterwards() {
        // Given
        Instant end = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        write(List.of(some.expiring(1, end)));
        assertThat(ttl(1)).isBetween(3_500, 3_600);

        // When
        lifetimes.held = true;
        renew(all());

        // Then
        assertThat(ttl(1)).isZero();
        assertThat(all()).containsExactly(some.expiring(1, end));

        // When
        lifetimes.held = false;
        renew(all());

        // Then
        assertThat(ttl(1)).isBetween(3_500, 3_600);
    }

    @Test
    void whatIsHeldIsTakenBackOnlyForThoseWhoReadIt() {
        // Given
        lifetimes.held = true;
        ArchivedMessage edit = some.change(2, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"edited\"}");
        List<ArchivedMessage> entries = List.of(some.message(1), edit, some.change(3, 1, Action.RETRACT, "{}"));

        // When
        write(entries);

        // Then
        assertThat(all()).isEqualTo(entries);
        assertThat(FoldChanges.fold(List.of(some.message(1)), changes.changes(some.conversation, 1, 1)))
                .singleElement()
                .satisfies(folded -> assertThat(folded.retracted()).isTrue());

        // When
        lifetimes.held = false;
        renew(all());

        // Then
        assertThat(all())
                .extracting(entry -> entry.content().json())
                .containsExactly(BlankContent.BLANK, BlankContent.BLANK, "{}");
        assertThat(changes.changes(some.conversation, 1, 1))
                .extracting(ArchivedMessage::action)
                .containsExactly(Action.RETRACT);
    }

    @Test
    void whatWasTakenBackInTheMeantimeIsNotWrittenAgain() {
        // Given
        write(List.of(some.message(1)));
        List<ArchivedMessage> read = all();
        write(List.of(some.change(2, 1, Action.RETRACT, "{}")));

        // When
        lifetimes.latest = Instant.now().plusSeconds(3_600);
        renew(read);

        // Then
        assertThat(ttl(1)).isPositive();
        assertThat(all().get(0).content().json()).isEqualTo(BlankContent.BLANK);
    }

    private void write(List<ArchivedMessage> entries) {
        messages.write(entries);
        changes.write(entries);
    }

    private void renew(List<ArchivedMessage> entries) {
        changes.renew(entries);
        messages.renew(entries);
    }

    private List<ArchivedMessage> all() {
        return messages.read(new Slice(some.conversation, Direction.NEWER, 1, 999), 100)
                .messages();
    }

    private int ttl(long seq) {
        Row row = Objects.requireNonNull(SharedKeyspace.session()
                .execute(
                        "SELECT TTL(sender) AS ttl FROM messages_by_conversation"
                                + " WHERE conversation = ? AND bucket = 0 AND seq = ?",
                        some.conversation.value(),
                        seq)
                .one());
        return row.getInt("ttl");
    }
}
