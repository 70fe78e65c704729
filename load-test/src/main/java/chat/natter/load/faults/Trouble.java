package chat.natter.load.faults;

import java.time.Duration;
import java.util.List;

/** Something that happens to servers, services or networks, and that ends. */
sealed interface Trouble {
    void begin(Victims victims);

    void end(Victims victims);

    /** For people. */
    String text();

    /** Processes die at once and are started again, all of them at the same time. */
    record Killed(List<String> parts) implements Trouble {
        public Killed {
            parts = List.copyOf(parts);
        }

        @Override
        public void begin(Victims victims) {
            parts.forEach(victims::kill);
        }

        @Override
        public void end(Victims victims) {
            parts.forEach(victims::start);
        }

        @Override
        public String text() {
            return "kill -9 " + String.join(", ", parts);
        }
    }

    /** A process ends as it is asked to, and is started again. */
    record Restarted(String part) implements Trouble {
        @Override
        public void begin(Victims victims) {
            victims.stop(part);
        }

        @Override
        public void end(Victims victims) {
            victims.start(part);
        }

        @Override
        public String text() {
            return "restart " + part;
        }
    }

    /** A process stands still, as in a long collection of garbage or on a frozen machine. */
    record Paused(String part) implements Trouble {
        @Override
        public void begin(Victims victims) {
            victims.pause(part);
        }

        @Override
        public void end(Victims victims) {
            victims.resume(part);
        }

        @Override
        public String text() {
            return "SIGSTOP " + part;
        }
    }

    /** A disk is full. Whoever writes to it gives up or is ended, and is started when there is room again. */
    record DiskFull(String part) implements Trouble {
        @Override
        public void begin(Victims victims) {
            victims.fillDisk(part);
        }

        @Override
        public void end(Victims victims) {
            victims.kill(part);
            victims.start(part);
        }

        @Override
        public String text() {
            return "disk full " + part;
        }
    }

    /** The clock of a part jumps, and later jumps back. */
    record WrongClock(String part, Duration ahead) implements Trouble {
        @Override
        public void begin(Victims victims) {
            victims.setClock(part, ahead);
        }

        @Override
        public void end(Victims victims) {
            victims.setClock(part, Duration.ZERO);
        }

        @Override
        public String text() {
            return "clock of " + part + " " + Math.abs(ahead.toSeconds()) + " s "
                    + (ahead.isNegative() ? "slow" : "fast");
        }
    }

    /** A network is gone. */
    record CutOff(String line) implements Trouble {
        @Override
        public void begin(Victims victims) {
            victims.cut(line);
        }

        @Override
        public void end(Victims victims) {
            victims.heal(line);
        }

        @Override
        public String text() {
            return "no network " + line;
        }
    }

    /** A network is slow. */
    record Slowed(String line, Duration delay) implements Trouble {
        @Override
        public void begin(Victims victims) {
            victims.slow(line, delay);
        }

        @Override
        public void end(Victims victims) {
            victims.heal(line);
        }

        @Override
        public String text() {
            return "slow network " + line + ", " + delay.toMillis() + " ms";
        }
    }
}
