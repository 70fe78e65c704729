package chat.natter.load.topic;

import chat.natter.contract.ConversationId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen.
 *
 * @param signingKey with which the stack signs access tokens: readers cannot sign up one by one
 * @param readers sockets that listen to the topic
 * @param connectPerSecond how fast they come
 * @param topic in which another process publishes; null: a new one, in which this process publishes
 * @param posts how many posts there will be
 * @param every between two posts
 * @param beginAt when the first is published; null: as soon as all listen
 */
record TopicPlan(
        List<URI> edges,
        Path signingKey,
        int readers,
        int connectPerSecond,
        @Nullable ConversationId topic,
        int posts,
        Duration every,
        @Nullable Instant beginAt) {
    TopicPlan {
        edges = List.copyOf(edges);
        if (readers < 1 || posts < 1 || connectPerSecond < 1) {
            throw new IllegalArgumentException("somebody reads, and something is published");
        }
    }

    /** How far the topic is after the last post: its creation comes first. */
    long lastSeq() {
        return posts + 1L;
    }
}
