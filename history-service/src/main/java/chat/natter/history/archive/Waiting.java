package chat.natter.history.archive;

import java.time.Duration;

/** Lets time pass between two attempts. */
interface Waiting {
    /** Throws {@link ArchiveStopped} if the service is stopping. */
    void pause(Duration duration);
}
