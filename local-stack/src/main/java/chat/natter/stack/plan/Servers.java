package chat.natter.stack.plan;

/** What the five servers of a stack are. */
public enum Servers {
    /** Processes, from Maven's artifacts: needs no container engine. */
    PROCESSES,
    /** Containers of the official images, by Testcontainers. */
    CONTAINERS
}
