package chat.natter.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final ConversationId TALK =
            ConversationId.direct(new UserId("01jd3zk8x0000000000000000a"), new UserId("01jd3zk8x0000000000000000b"));
    private static final DeviceId ALICES = new DeviceId("01jd3zk8x0000000000000000c");
    private static final DeviceId BOBS = new DeviceId("01jd3zk8x0000000000000000d");
    private static final MessageId OLD = new MessageId(new UUID(0, 1));
    private static final MessageId NEW = new MessageId(new UUID(0, 2));

    private final Freshness freshness = new Freshness();

    @Test
    void isBackWhenEverybodyHasSomethingThatWasSentAfterwards() {
        // Given
        freshness.expect(TALK, ALICES, 0);
        freshness.expect(TALK, BOBS, 0);
        freshness.sent(OLD, 10);
        freshness.sent(NEW, 30);
        // When something from before arrives afterwards
        freshness.arrived(TALK, ALICES, OLD, 40);
        freshness.arrived(TALK, BOBS, OLD, 40);
        // Then
        assertThat(freshness.isSince(20)).isFalse();
        // When
        freshness.arrived(TALK, ALICES, NEW, 41);
        // Then
        assertThat(freshness.isSince(20)).isFalse();
        // When
        freshness.arrived(TALK, BOBS, NEW, 42);
        // Then
        assertThat(freshness.isSince(20)).isTrue();
    }

    @Test
    void doesNotWaitForThoseWhoComeAndGo() {
        // Given
        freshness.expect(TALK, ALICES, 0);
        freshness.sent(NEW, 30);
        // When
        freshness.arrived(TALK, BOBS, NEW, 40);
        freshness.arrived(TALK, ALICES, NEW, 40);
        // Then
        assertThat(freshness.isSince(20)).isTrue();
    }

    @Test
    void knowsTheSlowestSinceItWasAsked() {
        // Given
        freshness.expect(TALK, ALICES, 0);
        freshness.sent(OLD, 10);
        freshness.sent(NEW, 30);
        // When
        freshness.arrived(TALK, ALICES, OLD, 100);
        freshness.arrived(TALK, ALICES, NEW, 101);
        freshness.arrived(TALK, BOBS, OLD, 1_000);
        // Then
        assertThat(freshness.arrivals()).isEqualTo(3);
        assertThat(freshness.takeSlowest()).isEqualTo(90);
        assertThat(freshness.takeSlowest()).isZero();
    }
}
