package chat.natter.load.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was done, and to whom. */
final class TouchedVictims implements Victims {
    private final List<String> done = new ArrayList<>();
    private final List<String> touched = new ArrayList<>();

    /** Such as {@code kill kafka}. */
    List<String> done() {
        return done;
    }

    List<String> touched() {
        return touched;
    }

    private void add(String what, String name) {
        done.add(what + " " + name);
        touched.add(name);
    }

    @Override
    public void kill(String part) {
        add("kill", part);
    }

    @Override
    public void stop(String part) {
        add("stop", part);
    }

    @Override
    public void start(String part) {
        add("start", part);
    }

    @Override
    public void pause(String part) {
        add("pause", part);
    }

    @Override
    public void resume(String part) {
        add("resume", part);
    }

    @Override
    public void fillDisk(String part) {
        add("fill disk of", part);
    }

    @Override
    public void setClock(String part, Duration ahead) {
        add("set by " + ahead.toSeconds() + " s the clock of", part);
    }

    @Override
    public void cut(String line) {
        add("cut", line);
    }

    @Override
    public void slow(String line, Duration delay) {
        add("slow by " + delay.toMillis() + " ms", line);
    }

    @Override
    public void heal(String line) {
        add("heal", line);
    }
}
