package chat.natter.load.compare.trial;

import java.io.IOException;

/** Something that contenders are asked to do. */
public interface Trial {
    String name();

    /** Whether it makes sense for a server that forgets what it cannot deliver at once. */
    default boolean needsDurability() {
        return false;
    }

    TrialResult run(Contender contender) throws IOException, InterruptedException;
}
