package chat.natter.load.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Troubles without end, round by round: in each round everything that the stack consists of meets one of the troubles
 * that it can have, in an order of chance. The same seed on the same stack draws the same.
 */
final class DrawTroubles implements Iterator<PlannedTrouble> {
    private static final String GATEWAYS = "gateway-";
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final Duration MOST_CALM = Duration.ofSeconds(2);
    private static final List<Integer> DELAYS_MILLIS = List.of(5, 50, 300);
    /** A server of time that errs: tokens hold, since they allow for 30 s. */
    private static final List<Duration> CLOCKS = List.of(Duration.ofSeconds(20), Duration.ofSeconds(-20));
    /** A machine that was frozen, or set by hand. Not for gateways: whoever judges tokens has to know the time. */
    private static final List<Duration> VERY_WRONG_CLOCKS = List.of(Duration.ofHours(1), Duration.ofHours(-1));

    private final List<List<Trouble>> targets = new ArrayList<>();
    private final Deque<List<Trouble>> round = new ArrayDeque<>();
    private final Random random;

    DrawTroubles(long seed, Weaknesses weak) {
        this.random = new Random(seed);
        weak.parts().stream()
                .sorted()
                .forEach(part -> targets.add(ofPart(part, weak.disks().contains(part))));
        addAllAtOnce(weak.parts(), GATEWAYS);
        addAllAtOnce(weak.parts(), "message-");
        weak.lines().stream().sorted().forEach(line -> targets.add(ofLine(line)));
        weak.clocks().stream().sorted().forEach(part -> targets.add(ofClock(part)));
    }

    /** How many troubles one round has. */
    int roundLength() {
        return targets.size();
    }

    /** There is always another one. */
    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public PlannedTrouble next() {
        if (round.isEmpty()) {
            List<List<Trouble>> order = new ArrayList<>(targets);
            Collections.shuffle(order, random);
            round.addAll(order);
        }
        List<Trouble> possible = round.remove();
        Trouble trouble = possible.get(random.nextInt(possible.size()));
        // Mostly short, sometimes long enough for everything that watches over others to act.
        double share = random.nextDouble();
        long held = SHORTEST.toMillis() + Math.round(share * share * (LONGEST.toMillis() - SHORTEST.toMillis()));
        long calm = random.nextInt((int) MOST_CALM.toMillis());
        return new PlannedTrouble(trouble, Duration.ofMillis(held), Duration.ofMillis(calm));
    }

    private void addAllAtOnce(List<String> parts, String prefix) {
        List<String> all =
                parts.stream().filter(part -> part.startsWith(prefix)).sorted().toList();
        if (all.size() > 1) {
            targets.add(List.of(new Trouble.Killed(all)));
        }
    }

    private static List<Trouble> ofPart(String part, boolean disk) {
        List<Trouble> troubles = new ArrayList<>(
                List.of(new Trouble.Killed(List.of(part)), new Trouble.Paused(part), new Trouble.Restarted(part)));
        if (disk) {
            troubles.add(new Trouble.DiskFull(part));
        }
        return troubles;
    }

    private static List<Trouble> ofClock(String part) {
        Stream<Duration> wrong = part.startsWith(GATEWAYS)
                ? CLOCKS.stream()
                : Stream.concat(CLOCKS.stream(), VERY_WRONG_CLOCKS.stream());
        return wrong.<Trouble>map(ahead -> new Trouble.WrongClock(part, ahead)).toList();
    }

    private static List<Trouble> ofLine(String line) {
        Stream<Trouble> slow =
                DELAYS_MILLIS.stream().map(millis -> new Trouble.Slowed(line, Duration.ofMillis(millis)));
        // As often gone as slow.
        return Stream.concat(slow, Collections.nCopies(DELAYS_MILLIS.size(), new Trouble.CutOff(line)).stream())
                .toList();
    }
}
