package chat.natter.history.job;

import java.util.Locale;

/** What has become of a job. */
public enum JobState {
    /** Nobody has begun. */
    WAITING,
    /** Somebody works on it, or did until their lease ended. */
    RUNNING,
    /** What it made is there. */
    READY,
    /** It was given up; nothing of it is there. */
    FAILED,
    /** Somebody called it off, or took away what it had made. */
    CANCELLED,
    /** What it made was there for as long as such things are kept. */
    EXPIRED;

    public boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }

    /** The word in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
