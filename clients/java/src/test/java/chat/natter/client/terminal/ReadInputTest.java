package chat.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadInputTest {
    @Test
    void takesPlainTextForAMessage() {
        assertThat(ReadInput.read("  hello there ")).isEqualTo(new Input.Say("hello there"));
        assertThat(ReadInput.read("//etc is a folder")).isEqualTo(new Input.Say("/etc is a folder"));
        assertThat(ReadInput.read("   ")).isEqualTo(new Input.Nothing());
    }

    @Test
    void readsCommands() {
        assertThat(ReadInput.read("/to bob")).isEqualTo(new Input.To("bob"));
        assertThat(ReadInput.read("/history")).isEqualTo(new Input.History(20));
        assertThat(ReadInput.read("/history 5")).isEqualTo(new Input.History(5));
        assertThat(ReadInput.read("/who")).isEqualTo(new Input.Who());
        assertThat(ReadInput.read("/help")).isEqualTo(new Input.Help());
        assertThat(ReadInput.read("/quit")).isEqualTo(new Input.Quit());
    }

    @Test
    void saysWhatIsWrongWithACommand() {
        assertThat(ReadInput.read("/to")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/history many")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/history 0")).isInstanceOf(Input.Wrong.class);
        assertThat(ReadInput.read("/dance")).isInstanceOf(Input.Wrong.class);
    }
}
