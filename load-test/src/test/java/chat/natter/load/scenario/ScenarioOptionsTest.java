package chat.natter.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class ScenarioOptionsTest {
    @Command(name = "something")
    private static final class Something implements Callable<Integer> {
        @Mixin
        private final ScenarioOptions options = new ScenarioOptions();

        @Override
        public Integer call() {
            return options.urls().size();
        }
    }

    @Test
    void takesReportsOfBothKinds() {
        assertThat(new CommandLine(new Something())
                        .parseArgs("--url", "http://127.0.0.1:1", "--report", "a.json", "--report", "a.html")
                        .<List<?>>matchedOptionValue("--report", List.of()))
                .hasSize(2);
    }

    @Test
    void refusesAReportThatWouldBeNothingBeforeAnythingIsRun() {
        assertThatThrownBy(() -> new CommandLine(new Something())
                        .parseArgs("--url", "http://127.0.0.1:1", "--report", "run.pdf"))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("ends in .json or .html: run.pdf");
    }
}
