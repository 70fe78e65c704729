package chat.natter.gateway.status;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Turns counts into rates over the last minute, or over what there is of it. */
final class Rates {
    private static final long WINDOW_MILLIS = 60_000;
    private static final double MILLIS = 1_000;

    private final Deque<Counts> samples = new ArrayDeque<>();

    /** Per second; {@code deliveryMillis} is the mean from the author's gateway to the reader's socket, 0 for none. */
    record PerSecond(double framesIn, double framesOut, double refused, double delivered, double deliveryMillis) {
        static final PerSecond NONE = new PerSecond(0, 0, 0, 0, 0);
    }

    /** The oldest sample that is kept is the youngest one from before the window: nothing of the minute is left out. */
    synchronized void add(Counts now) {
        samples.addLast(now);
        while (samples.size() > 2 && second().at() <= now.at() - WINDOW_MILLIS) {
            samples.removeFirst();
        }
    }

    /** Between the oldest and the youngest sample. */
    synchronized PerSecond perSecond() {
        @Nullable Counts from = samples.peekFirst();
        @Nullable Counts to = samples.peekLast();
        if (from == null || to == null || from.at() >= to.at()) {
            return PerSecond.NONE;
        }
        double seconds = (to.at() - from.at()) / MILLIS;
        double delivered = to.delivered() - from.delivered();
        return new PerSecond(
                (to.framesIn() - from.framesIn()) / seconds,
                (to.framesOut() - from.framesOut()) / seconds,
                (to.refused() - from.refused()) / seconds,
                delivered / seconds,
                delivered == 0 ? 0 : (to.waitedMillis() - from.waitedMillis()) / delivered);
    }

    private Counts second() {
        return samples.stream().skip(1).findFirst().orElseThrow();
    }
}
