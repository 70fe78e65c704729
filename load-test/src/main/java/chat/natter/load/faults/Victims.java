package chat.natter.load.faults;

import java.time.Duration;

/** What troubles can be done to. Parts and lines go by name. */
interface Victims {
    /** SIGKILL. */
    void kill(String part);

    /** SIGTERM; returns when it is gone. */
    void stop(String part);

    /** Starts it as it was; returns when it is ready. */
    void start(String part);

    /** SIGSTOP: its connections stay open but nothing answers. */
    void pause(String part);

    void resume(String part);

    /** It cannot write to any file any more, until it is started anew. */
    void fillDisk(String part);

    /**
     * Its wall clock jumps.
     *
     * @param ahead of the true time; negative for behind
     */
    void setClock(String part, Duration ahead);

    /** Nothing is refused on that line, and nothing comes through. */
    void cut(String line);

    /** Everything on that line takes so much longer. */
    void slow(String line, Duration delay);

    /** The line is as it was, and what waited on it comes through. */
    void heal(String line);
}
