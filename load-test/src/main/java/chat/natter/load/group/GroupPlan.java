package chat.natter.load.group;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What is to be run.
 *
 * @param members of the group, all online, the sender among them
 * @param outstanding closed loop: messages that wait for their tick
 * @param rate open loop: messages per second; 0 is the closed loop
 */
record GroupPlan(List<URI> edges, int members, int outstanding, double rate, Duration warmUp, Duration duration) {
    GroupPlan {
        edges = List.copyOf(edges);
        if (members < 2 || outstanding < 1 || rate < 0) {
            throw new IllegalArgumentException("a group has two members or more, and one message waits at least");
        }
    }
}
