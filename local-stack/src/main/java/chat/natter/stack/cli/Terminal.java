package chat.natter.stack.cli;

import chat.natter.stack.report.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The terminal of this command; the script says whether it is one, since Java cannot tell for each stream. */
final class Terminal {
    static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Terminal() {}

    static Progress progress() {
        return new Progress(OUT, Boolean.getBoolean("natter.terminal"), Clock.systemUTC());
    }
}
