package chat.natter.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatesTest {
    private final Rates rates = new Rates();

    @Test
    void areNoneBeforeThereIsATimeToSpeakOf() {
        assertThat(rates.perSecond()).isEqualTo(Rates.PerSecond.NONE);

        rates.add(counts(0, 100));

        assertThat(rates.perSecond()).isEqualTo(Rates.PerSecond.NONE);
    }

    @Test
    void areOfTheTimeBetweenTheSamples() {
        rates.add(new Counts(10_000, 5, 10, 1, 2, 8));
        rates.add(new Counts(20_000, 25, 60, 2, 12, 58));

        assertThat(rates.perSecond()).isEqualTo(new Rates.PerSecond(2, 5, 0.1, 1, 5));
    }

    @Test
    void forgetWhatIsLongerAgoThanAMinute() {
        rates.add(counts(0, 0));
        for (int second = 5; second <= 100; second += 5) {
            rates.add(counts(second * 1_000L, 1_000));
        }

        assertThat(rates.perSecond().framesIn()).isZero();
    }

    private static Counts counts(long at, double framesIn) {
        return new Counts(at, framesIn, 0, 0, 0, 0);
    }
}
