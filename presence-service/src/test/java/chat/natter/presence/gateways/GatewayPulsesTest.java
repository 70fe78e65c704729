package chat.natter.presence.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.GatewayId;
import org.junit.jupiter.api.Test;

final class GatewayPulsesTest {
    private static final GatewayId GATEWAY = new GatewayId("gateway-1");
    private static final Incarnation FIRST = new Incarnation(GATEWAY, 100);
    private static final Incarnation SECOND = new Incarnation(GATEWAY, 200);
    private static final long INTERVAL = 1_000;
    private static final long START = 1_000_000;

    private final GatewayPulses pulses = new GatewayPulses(3, INTERVAL);

    @Test
    void callsAGatewaySilentOnlyAfterThreeMissedHeartbeats() {
        // Given
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START);

        // When
        listenUntil(START + 3_000);
        GatewayVerdict before = pulses.judge(FIRST, START + 3_000);
        listenUntil(START + 3_001);

        // Then
        assertThat(before).isEqualTo(GatewayVerdict.ALIVE);
        assertThat(pulses.judge(FIRST, START + 3_001)).isEqualTo(GatewayVerdict.SILENT);
    }

    @Test
    void goesByTheIntervalThatTheHeartbeatNames() {
        // Given
        pulses.hear(FIRST, 100, new Load(1, false, "1.2.3"), START);

        // When
        listenUntil(START + 301);

        // Then
        assertThat(pulses.judge(FIRST, START + 301)).isEqualTo(GatewayVerdict.SILENT);
    }

    @Test
    void aHeartbeatEndsTheSilence() {
        // Given
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START);
        listenUntil(START + 5_000);

        // When
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START + 5_000);

        // Then
        assertThat(pulses.judge(FIRST, START + 5_000)).isEqualTo(GatewayVerdict.ALIVE);
    }

    @Test
    void judgesNobodySilentBeforeItHasListenedForOneSilence() {
        // Given an old heartbeat, found in the topic at the start
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START);

        // When
        pulses.confirmContact(START + 60_000);

        // Then
        assertThat(pulses.judge(FIRST, START + 60_000)).isEqualTo(GatewayVerdict.ALIVE);
        listenUntil(START + 60_000, START + 63_001);
        assertThat(pulses.judge(FIRST, START + 63_001)).isEqualTo(GatewayVerdict.SILENT);
    }

    @Test
    void judgesNobodySilentWhileOutOfContact() {
        // Given
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START);
        listenUntil(START + 1_000);

        // When the broker is away
        long later = START + 30_000;

        // Then
        assertThat(pulses.judge(FIRST, later)).isEqualTo(GatewayVerdict.ALIVE);
    }

    @Test
    void countsNoSilenceBeyondTheLastProofOfContact() {
        // Given heartbeats so frequent that three are missed before an absence can be told
        pulses.hear(FIRST, 100, new Load(1, false, "1.2.3"), START);
        listenUntil(START + 200);

        // When
        GatewayVerdict verdict = pulses.judge(FIRST, START + 500);

        // Then
        assertThat(verdict).isEqualTo(GatewayVerdict.ALIVE);
    }

    @Test
    void startsEverySilenceAnewAfterItsOwnAbsence() {
        // Given
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START);
        listenUntil(START + 1_000);

        // When
        pulses.confirmContact(START + 30_000);

        // Then
        assertThat(pulses.judge(FIRST, START + 31_000)).isEqualTo(GatewayVerdict.ALIVE);
    }

    @Test
    void aNewIncarnationSupersedesTheOldOneAtOnce() {
        // Given
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START);

        // When
        pulses.hear(SECOND, INTERVAL, new Load(1, false, "1.2.3"), START + 10);

        // Then
        assertThat(pulses.judge(FIRST, START + 10)).isEqualTo(GatewayVerdict.SUPERSEDED);
        assertThat(pulses.judge(SECOND, START + 10)).isEqualTo(GatewayVerdict.ALIVE);
    }

    @Test
    void aLateHeartbeatOfAnOldIncarnationRevivesNothing() {
        // Given
        pulses.hear(SECOND, INTERVAL, new Load(1, false, "1.2.3"), START);

        // When
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START + 10);

        // Then
        assertThat(pulses.judge(FIRST, START + 10)).isEqualTo(GatewayVerdict.SUPERSEDED);
        assertThat(pulses.judge(SECOND, START + 10)).isEqualTo(GatewayVerdict.ALIVE);
    }

    @Test
    void givesOneSilenceToAnIncarnationThatOnlySessionsMention() {
        // Given
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START);
        listenUntil(START + 1_000);

        // When
        GatewayVerdict first = pulses.judge(SECOND, START + 1_000);
        listenUntil(START + 1_000, START + 4_001);

        // Then it neither counts as dead at once nor for ever as alive, and does not end the known one
        assertThat(first).isEqualTo(GatewayVerdict.ALIVE);
        assertThat(pulses.judge(SECOND, START + 4_001)).isEqualTo(GatewayVerdict.SILENT);
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START + 4_001);
        assertThat(pulses.judge(FIRST, START + 4_001)).isEqualTo(GatewayVerdict.ALIVE);
    }

    @Test
    void aRemovedGatewayGetsOneSilenceMore() {
        // Given
        pulses.hear(FIRST, INTERVAL, new Load(1, false, "1.2.3"), START);
        listenUntil(START + 5_000);

        // When
        pulses.forget(GATEWAY);

        // Then
        assertThat(pulses.judge(FIRST, START + 5_000)).isEqualTo(GatewayVerdict.ALIVE);
        listenUntil(START + 5_000, START + 8_001);
        assertThat(pulses.judge(FIRST, START + 8_001)).isEqualTo(GatewayVerdict.SILENT);
    }

    private void listenUntil(long end) {
        listenUntil(START, end);
    }

    private void listenUntil(long from, long end) {
        for (long now = from; now < end; now += 500) {
            pulses.confirmContact(now);
        }
        pulses.confirmContact(end);
    }
}
