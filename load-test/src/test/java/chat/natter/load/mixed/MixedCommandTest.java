package chat.natter.load.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class MixedCommandTest {
    @Test
    void readsWeightsByTheirWords() {
        assertThat(new CommandLine(new MixedCommand())
                        .parseArgs("--url", "http://127.0.0.1:1", "--weights", "chat=5,leave=1")
                        .<Map<?, ?>>matchedOptionValue("--weights", Map.of()))
                .isEqualTo(Map.of(Doing.CHAT, 5, Doing.LEAVE, 1));
    }

    @Test
    void refusesWhatNobodyCanDo() {
        assertThatThrownBy(() -> new CommandLine(new MixedCommand())
                        .parseArgs("--url", "http://127.0.0.1:1", "--weights", "sleep=5"))
                .isInstanceOf(CommandLine.ParameterException.class);
    }
}
