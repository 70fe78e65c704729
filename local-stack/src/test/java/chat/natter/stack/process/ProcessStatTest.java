package chat.natter.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessStatTest {
    private static final String REST =
            " 6095 6095 2438 0 -1 4194304 99 0 0 0 0 0 0 0 20 0 1 0 189834 3133440 394 18446744073709551615";

    @Test
    void findsStateAndStartTime() {
        assertThat(ProcessStat.parse("6112 (cat) R" + REST)).isEqualTo(new ProcessStat('R', 189834));
    }

    @Test
    void isNotMisledByANameWithSpacesAndParentheses() {
        assertThat(ProcessStat.parse("6112 (a) S 1 (b c) S" + REST)).isEqualTo(new ProcessStat('S', 189834));
    }

    @Test
    void countsAZombieAsEnded() {
        assertThat(ProcessStat.parse("6112 (cat) Z" + REST).hasEnded()).isTrue();
        assertThat(ProcessStat.parse("6112 (cat) T" + REST).hasEnded()).isFalse();
    }
}
