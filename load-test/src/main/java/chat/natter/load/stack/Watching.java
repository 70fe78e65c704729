package chat.natter.load.stack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One part of a scenario, while it is looked at. */
public final class Watching {
    private final WatchStack stack;
    private final String during;
    private final @Nullable Map<String, Long> writtenBefore;
    private final Map<String, GarbageUse> garbageBefore;
    private final Looks looks;

    Watching(
            WatchStack stack,
            String during,
            @Nullable Map<String, Long> writtenBefore,
            Map<String, GarbageUse> garbageBefore,
            Looks looks) {
        this.stack = stack;
        this.during = during;
        this.writtenBefore = writtenBefore;
        this.garbageBefore = garbageBefore;
        this.looks = looks;
        looks.begin();
    }

    /**
     * It is over; CPU and memory are those of this moment.
     *
     * @param count of what was done meanwhile
     * @param unit one of those
     */
    public StackUse end(long count, String unit) throws InterruptedException {
        looks.end();
        Map<String, Long> writtenAfter = stack.written();
        looks.endLag();
        KafkaUse kafka = writtenBefore == null || writtenAfter == null
                ? null
                : KafkaUse.between(writtenBefore, writtenAfter, looks.lag());
        StackUse use = new StackUse(
                during, looks.seconds(), count, unit, looks.parts(garbageBefore, stack.garbage()), looks.cpu(), kafka);
        stack.keep(use);
        return use;
    }
}
