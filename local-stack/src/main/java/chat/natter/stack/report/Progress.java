package chat.natter.stack.report;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One line for each part as it gets ready, with the seconds it took. Between those lines, what is still being waited
 * for: a line that rewrites itself on a terminal, and a plain line now and then where the output goes to a file.
 */
public final class Progress implements AutoCloseable {
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(15);

    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private final Map<String, Instant> pending = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> ticks;
    private Instant lastLine;
    private boolean waitingLineShown;

    public Progress(PrintStream out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.lastLine = clock.instant();
        this.ticks = timer.scheduleAtFixedRate(this::tick, 500, 500, TimeUnit.MILLISECONDS);
    }

    public synchronized void say(String line) {
        eraseWaitingLine();
        out.println(line);
        lastLine = clock.instant();
    }

    public synchronized void begin(String part) {
        pending.put(part, clock.instant());
    }

    /** Ends what {@link #begin} began, with a line that shows how long it took. */
    public synchronized void end(String part, String detail) {
        Instant began = pending.remove(part);
        double seconds = began == null ? 0 : seconds(Duration.between(began, clock.instant()));
        say(String.format(Locale.ROOT, "  %-22s %6.1f s   %s", part, seconds, detail)
                .stripTrailing());
    }

    public synchronized void fail(String part) {
        if (pending.remove(part) != null) {
            say(String.format(Locale.ROOT, "  %-22s failed", part));
        }
    }

    /** Stops waiting for a part without a word. */
    public synchronized void drop(String part) {
        pending.remove(part);
    }

    private synchronized void tick() {
        if (pending.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant oldest = pending.values().iterator().next();
        String line = String.format(
                Locale.ROOT,
                "  … %.0f s, waiting for %s",
                seconds(Duration.between(oldest, now)),
                String.join(", ", pending.keySet()));
        if (terminal) {
            out.print("\r\u001b[2K" + line);
            out.flush();
            waitingLineShown = true;
        } else if (Duration.between(lastLine, now).compareTo(PLAIN_INTERVAL) >= 0) {
            out.println(line);
            lastLine = now;
        }
    }

    private void eraseWaitingLine() {
        if (waitingLineShown) {
            out.print("\r\u001b[2K");
            waitingLineShown = false;
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @Override
    public synchronized void close() {
        ticks.cancel(false);
        timer.shutdownNow();
        eraseWaitingLine();
        out.flush();
    }
}
