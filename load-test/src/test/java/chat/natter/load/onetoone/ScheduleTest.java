package chat.natter.load.onetoone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScheduleTest {
    @Test
    void keepsToItsTimesWhateverHappenedToEarlierOnes() {
        // Given
        Schedule schedule = new Schedule(0, 1_000);

        // When nobody looked for three milliseconds
        long late = 3_000_000;

        // Then all four are due, each at its own time
        assertThat(schedule.isDue(late)).isTrue();
        assertThat(schedule.next()).isZero();
        assertThat(schedule.next()).isEqualTo(1_000_000);
        assertThat(schedule.next()).isEqualTo(2_000_000);
        assertThat(schedule.next()).isEqualTo(3_000_000);
        assertThat(schedule.isDue(late)).isFalse();
    }

    @Test
    void hasNothingDueInAClosedLoop() {
        assertThat(new Schedule(0, 0).isDue(Long.MAX_VALUE)).isFalse();
    }
}
