package chat.natter.load.compare.trial;

import java.util.function.Consumer;

/** Hears messages, checks and times each. */
final class Hearer implements LineListener {
    private final CheckArrivals check = new CheckArrivals();
    private final Timing timing;
    private final Consumer<String> failures;
    private volatile boolean ready;
    private volatile long arrived;
    private volatile long faults;
    private volatile long lastAt;

    Hearer(Timing timing, Consumer<String> failures) {
        this.timing = timing;
        this.failures = failures;
    }

    boolean isReady() {
        return ready;
    }

    long arrived() {
        return arrived;
    }

    long faults() {
        return faults;
    }

    /** When the newest one came. */
    long lastAt() {
        return lastAt;
    }

    @Override
    public void onReady() {
        ready = true;
    }

    @Override
    public void onBody(String body) {
        check.arrived(body).ifPresent(message -> timing.delivered(message.dueNanos()));
        lastAt = System.nanoTime();
        faults = check.faults();
        arrived = check.arrived();
    }

    @Override
    public void onFailure(String what) {
        failures.accept("a receiver: " + what);
    }
}
