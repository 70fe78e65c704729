package chat.natter.load.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProcessUsageTest {
    @Test
    void countsUserAndSystemTimeAndResidentPages() {
        // Given a process whose name holds what separates fields
        String stat =
                "42 (a) b) S 1 42 42 0 -1 4194560 100 0 0 0 150 50 0 0 20 0 5 0 1000 4096000 512 18446744073709551615";

        // When
        ProcessUsage usage = ProcessUsage.parse(stat);

        // Then
        assertThat(usage).isEqualTo(new ProcessUsage(2_000, 2));
    }

    @Test
    void tellsWhatWasUsedInBetween() {
        assertThat(new ProcessUsage(500, 1).cpuMillisSince(new ProcessUsage(200, 1)))
                .isEqualTo(300);
    }
}
