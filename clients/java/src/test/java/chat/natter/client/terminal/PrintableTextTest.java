package chat.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void leavesNothingThatCouldMoveTheCursor() {
        assertThat(PrintableText.of("a\u001b[2Jb\rc\nd\u009b1m")).isEqualTo("a[2Jbc d1m");
        assertThat(PrintableText.of("grüße 👋")).isEqualTo("grüße 👋");
    }
}
