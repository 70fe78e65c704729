package chat.natter.load.faults;

import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * A rolling upgrade: each instance of each service ends as it is asked to and is started again, in the order of
 * OPERATIONS.md, what is new coming in last.
 */
final class RollServices implements Iterator<PlannedTrouble> {
    private static final List<String> ORDER = List.of("history", "media", "presence", "auth", "message-", "gateway-");

    private final Iterator<String> parts;

    RollServices(List<String> parts) {
        this.parts = parts.stream()
                .filter(part -> place(part) >= 0)
                .sorted(Comparator.comparingInt(RollServices::place).thenComparing(Comparator.naturalOrder()))
                .iterator();
    }

    @Override
    public boolean hasNext() {
        return parts.hasNext();
    }

    @Override
    public PlannedTrouble next() {
        return new PlannedTrouble(new Trouble.Restarted(parts.next()), Duration.ZERO, Duration.ZERO);
    }

    /** Negative for what is no service. */
    private static int place(String part) {
        for (int place = 0; place < ORDER.size(); place++) {
            if (part.startsWith(ORDER.get(place))) {
                return place;
            }
        }
        return -1;
    }
}
