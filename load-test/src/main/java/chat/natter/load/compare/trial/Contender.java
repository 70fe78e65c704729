package chat.natter.load.compare.trial;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A chat server that runs and can be put under load. People are numbers from 0. */
public interface Contender extends AutoCloseable {
    String name();

    /** Whether a message that was accepted is on disk, and waits for somebody who is away. */
    boolean isDurable();

    /** The server's processes and its database's, by name. */
    Map<String, Long> processes();

    /** Makes sure that the first so many people have accounts. */
    void admit(int people) throws IOException, InterruptedException;

    /** The same for people who will say nothing and hear nothing, where that is cheaper. */
    default void admitSilent(int people) throws IOException, InterruptedException {
        admit(people);
    }

    /** Connects somebody; the listener hears when that is done. */
    Line connect(int person, LineListener listener);

    /** Makes one group of all of these; returns once everybody is in it. */
    void gather(List<Line> members) throws InterruptedException;

    /** Stops what was started for it. */
    @Override
    void close() throws IOException;
}
