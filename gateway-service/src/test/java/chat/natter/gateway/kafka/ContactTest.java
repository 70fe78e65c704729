package chat.natter.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ContactTest {
    private static final long LIMIT = 30;

    private final Contact contact = new Contact(LIMIT);

    @BeforeEach
    void begin() {
        contact.begin(0);
    }

    @Test
    void isNotThereBeforeTheFirstHeartbeatIsStored() {
        assertThat(contact.holds(1)).isFalse();

        contact.stored(2);

        assertThat(contact.holds(3)).isTrue();
        assertThat(contact.takeLapse()).isFalse();
    }

    @Test
    void cannotLapseBeforeItHasBegun() {
        // Given a gateway that waits for Kafka
        Contact waiting = new Contact(LIMIT);

        // Then
        assertThat(waiting.holds(100)).isFalse();
        assertThat(waiting.takeLapse()).isFalse();

        // When Kafka is there
        waiting.begin(100);
        waiting.stored(101);

        // Then
        assertThat(waiting.holds(102)).isTrue();
        assertThat(waiting.takeLapse()).isFalse();
    }

    @Test
    void holdsAsLongAsHeartbeatsAreStored() {
        // Given
        contact.stored(20);
        contact.stored(45);

        // Then
        assertThat(contact.holds(75)).isTrue();
        assertThat(contact.takeLapse()).isFalse();
    }

    @Test
    void isLostWhenNoneWasStoredForTooLong() {
        // Then
        assertThat(contact.holds(31)).isFalse();
        assertThat(contact.takeLapse()).isTrue();
        assertThat(contact.takeLapse()).isFalse();
    }

    @Test
    void noticesALapseThatIsOverByTheTimeItLooks() {
        // Given a process that was stopped, and whose first heartbeat afterwards is stored before anybody looks
        contact.stored(60);

        // Then
        assertThat(contact.holds(61)).isTrue();
        assertThat(contact.takeLapse()).isTrue();
    }

    @Test
    void countsFromWhenAHeartbeatWasSentNotFromWhenItGotThrough() {
        // Given one that waited for 25
        contact.holds(29);
        contact.stored(5);

        // Then
        assertThat(contact.holds(36)).isFalse();
    }
}
