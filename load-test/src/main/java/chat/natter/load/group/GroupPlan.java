package chat.natter.load.group;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What is to be run.
 *
 * @param members of the group, all online, the sender among them
 * @param outstanding messages that wait for their tick
 */
record GroupPlan(List<URI> edges, int members, int outstanding, Duration warmUp, Duration duration) {
    GroupPlan {
        edges = List.copyOf(edges);
        if (members < 2 || outstanding < 1) {
            throw new IllegalArgumentException("a group has two members or more, and one message waits at least");
        }
    }
}
