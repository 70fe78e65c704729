package chat.natter.load.presence;

import chat.natter.contract.PresenceState;
import chat.natter.load.measure.CountPerSecond;
import chat.natter.load.measure.Latency;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What all devices see together. */
final class PresenceFigures {
    final LongAdder frames = new LongAdder();
    final CountPerSecond bySecond = new CountPerSecond();
    /** Somebody came, or put the app aside or took it up, and had not done so for a while. */
    final Latency alone = new Latency("seen at once");
    /** The same soon after another change: the throttle holds it back. */
    final Latency throttled = new Latency("seen, throttled");
    /** Somebody left: from the end of the socket, so with the grace. */
    final Latency gone = new Latency("gone seen, with grace");
    /** Sockets that ended for an older one of the same device, which the gateway had read later. */
    final LongAdder overtaken = new LongAdder();

    final Queue<String> unwanted = new ConcurrentLinkedQueue<>();

    void begin() {
        bySecond.begin();
        alone.begin();
        throttled.begin();
        gone.begin();
    }

    void end() {
        alone.end();
        throttled.end();
        gone.end();
    }

    void told() {
        frames.increment();
        bySecond.happened();
    }

    void seen(Truth.Change change) {
        if (change.to() == PresenceState.OFFLINE) {
            gone.since(change.at());
        } else {
            (change.alone() ? alone : throttled).since(change.at());
        }
    }
}
