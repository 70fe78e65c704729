package chat.natter.client.terminal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Status;

/**
 * Messages above a line that is being typed. A tick stands at a fixed place of its line, so that it can be rewritten
 * there as long as the line has not scrolled away.
 */
final class TerminalScreen implements Screen {
    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle BOLD = AttributedStyle.DEFAULT.bold();
    private static final AttributedStyle BLUE =
            AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE).bold();
    private static final AttributedStyle RED = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    /** The column of the tick, from 1: behind {@code HH:mm} and a blank. */
    private static final int TICK_COLUMN = 7;

    private final Terminal terminal;
    private final LineReaderImpl reader;
    private final DateTimeFormatter time;
    private final List<Integer> rowsBefore = new ArrayList<>();
    private int rows;
    private volatile String prompt = "> ";

    TerminalScreen(Terminal terminal, LineReaderImpl reader, ZoneId zone) {
        this.terminal = terminal;
        this.reader = reader;
        this.time = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
    }

    /** For the next line to be typed. */
    String prompt() {
        return prompt;
    }

    @Override
    public int show(ChatLine line) {
        Tick tick = line.tick();
        AttributedStringBuilder text = new AttributedStringBuilder()
                .styled(FAINT, time.format(line.at()))
                .append(" ")
                .append(tick == null ? "  " : tick.sign(), tick == null ? AttributedStyle.DEFAULT : style(tick))
                .append(" ")
                .styled(BOLD, line.who())
                .append("  ")
                .append(PrintableText.of(line.text()));
        rowsBefore.add(rows);
        print(text.toAttributedString());
        return rowsBefore.size() - 1;
    }

    @Override
    public void update(int shown, ChatLine line) {
        Tick tick = line.tick();
        int up = rows - rowsBefore.get(shown);
        if (tick == null || up >= terminal.getHeight()) {
            return;
        }
        String sign = new AttributedString(tick.sign(), style(tick)).toAnsi(terminal);
        // Up to the line, over to the tick, and down again: printAbove wants to end with a line break.
        String down = up > 1 ? "\033[" + (up - 1) + "B" : "";
        reader.printAbove("\033[" + up + "A\033[" + TICK_COLUMN + "G" + sign + down + "\n");
    }

    @Override
    public void note(String text) {
        print(new AttributedString("· " + PrintableText.of(text), FAINT));
    }

    @Override
    public void progress(String bar) {
        Status status = Status.getStatus(terminal);
        if (status != null) {
            status.update(bar.isEmpty() ? List.of() : List.of(new AttributedString(bar, FAINT)));
        }
    }

    @Override
    public void prompt(String text) {
        prompt = text + " > ";
        // Seen with the next line that is printed, which redraws the one being typed.
        reader.setPrompt(prompt);
    }

    private void print(AttributedString line) {
        int width = Math.max(1, terminal.getWidth());
        rows += Math.max(1, (line.columnLength() + width - 1) / width);
        reader.printAbove(line);
    }

    private static AttributedStyle style(Tick tick) {
        return switch (tick) {
            case PENDING, SENT, DELIVERED -> FAINT;
            case READ -> BLUE;
            case REFUSED -> RED;
        };
    }
}
