package chat.natter.load.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import picocli.CommandLine.Option;

/** How progress and result are told: for people, or as JSON. */
public final class TellResult {
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    /** Says what is being done. */
    public void progress(String step) {
        ERR.println("… " + step);
    }

    /** Prints the result; returns the exit code. */
    public int tell(ScenarioResult result) throws IOException {
        if (json) {
            OUT.println(new ObjectMapper().writeValueAsString(result.asMap()));
        } else {
            result.lines().forEach(OUT::println);
        }
        return result.isFaultless() ? 0 : 1;
    }
}
