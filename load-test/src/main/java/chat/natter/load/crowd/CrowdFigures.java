package chat.natter.load.crowd;

import chat.natter.load.measure.CountOverTime;
import chat.natter.load.measure.CountPerSecond;
import java.util.concurrent.atomic.LongAdder;

/** What all sockets count together. */
public final class CrowdFigures {
    public final LongAdder presences = new LongAdder();
    public final LongAdder failures = new LongAdder();
    /** Sockets that the other side closed without having asked first. */
    public final LongAdder unwanted = new LongAdder();

    private final CountPerSecond welcomes = new CountPerSecond();

    /** Seconds count from now on. */
    public void begin() {
        welcomes.begin();
    }

    void welcomed() {
        welcomes.happened();
    }

    /** How many were welcomed in each second. */
    public CountOverTime welcomes() {
        return welcomes.overTime("reconnects");
    }
}
