package chat.natter.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

final class SendAllowanceTest {
    private static final int PER_SECOND = 50;
    private static final int BURST = 100;
    private static final long SECOND = 1_000_000_000;

    private long now;
    private final SendAllowance allowance = new SendAllowance(PER_SECOND, BURST, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void permitsABurstThenTheRate() {
        // Given
        for (int i = 0; i < BURST; i++) {
            assertThat(allowance.millisToWait()).isZero();
        }

        // When
        int wait = allowance.millisToWait();

        // Then
        assertThat(wait).isEqualTo(1_000 / PER_SECOND);

        // When
        now += wait * 1_000_000L;

        // Then
        assertThat(allowance.millisToWait()).isZero();
    }

    @Test
    void doesNotRefuseAClientAgainThatWaitsExactlyAsLongAsTold() {
        // Given
        for (int i = 0; i < BURST; i++) {
            allowance.millisToWait();
        }
        now += 400_001;

        // When
        now += allowance.millisToWait() * 1_000_000L;

        // Then
        assertThat(allowance.millisToWait()).isZero();
    }

    @Test
    void losesPatienceWithAFloodAlthoughTheBucketRefillsMeanwhile() {
        // When a thousand come each second
        send(1_000, 3);

        // Then
        assertThat(allowance.isAbused()).isTrue();
    }

    @Test
    void staysPatientWithAClientThatIsALittleTooFast() {
        // When
        send(PER_SECOND * 3 / 2, 600);

        // Then
        assertThat(allowance.isAbused()).isFalse();
    }

    private void send(int perSecond, int seconds) {
        for (int i = 0; i < perSecond * seconds; i++) {
            now += SECOND / perSecond;
            allowance.millisToWait();
        }
    }
}
