package chat.natter.stack.server;

import chat.natter.stack.process.Launch;

/** One of the servers that Natter stands on. */
public interface Server {
    /** As in {@code status} and {@code logs}; also the folder of its pom. */
    String name();

    /** Writes its configuration, lays out empty data if there is none, and says how to start it. Repeatable. */
    Launch prepare();
}
