package chat.natter.load.faults;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * One broker after the other is lost at once and comes back, without end: first each for long enough that the others
 * take over what it led, then each for so short that it is back before they notice.
 */
final class LoseBrokers implements Iterator<PlannedTrouble> {
    /** Kafka's {@code broker.session.timeout.ms}, 9 s, is between the two. */
    private static final List<Duration> HELD = List.of(Duration.ofSeconds(15), Duration.ofSeconds(2));

    private final List<String> brokers;
    private int lost;

    LoseBrokers(List<String> brokers) {
        this.brokers = List.copyOf(brokers);
    }

    @Override
    public boolean hasNext() {
        return !brokers.isEmpty();
    }

    @Override
    public PlannedTrouble next() {
        String broker = brokers.get(lost % brokers.size());
        Duration held = HELD.get(lost / brokers.size() % HELD.size());
        lost++;
        return new PlannedTrouble(new Trouble.Killed(List.of(broker)), held, Duration.ZERO);
    }
}
