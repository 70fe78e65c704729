package chat.natter.client.terminal;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Lines for scripts and pipes: nothing is ever taken back, so a changed tick is a line of its own. */
final class PlainScreen implements Screen {
    private final PrintStream out;
    private final DateTimeFormatter time;
    private int shown;

    PlainScreen(PrintStream out, ZoneId zone) {
        this.out = out;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    @Override
    public int show(ChatLine line) {
        print(line);
        return shown++;
    }

    @Override
    public void update(int shown, ChatLine line) {
        print(line);
    }

    @Override
    public void note(String text) {
        out.println("· " + PrintableText.of(text));
    }

    @Override
    public void progress(String bar) {
        // Nothing moves here.
    }

    @Override
    public void prompt(String text) {
        // Nobody is typing here.
    }

    private void print(ChatLine line) {
        Tick tick = line.tick();
        out.println(time.format(line.at()) + " " + (tick == null ? "  " : tick.sign()) + " " + line.who() + ": "
                + PrintableText.of(line.text()) + (tick == Tick.READ ? " (read)" : ""));
    }
}
