package chat.natter.load.storm;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen.
 *
 * @param signingKey with which the stack signs access tokens: a crowd cannot sign up one by one
 * @param sockets in the crowd
 * @param connectPerSecond how fast the crowd gathers
 * @param watchers sockets that watch
 * @param watched users of the crowd that each of them watches, the same for all
 * @param backWithin after the cut each comes back at its own random moment within this time
 * @param vanishAt when the crowd vanishes, for crowds in several processes; null: as soon as it can
 * @param churn for how long the watched users put their apps aside and take them up again before that
 */
record StormPlan(
        List<URI> edges,
        Path signingKey,
        int sockets,
        int connectPerSecond,
        int watchers,
        int watched,
        Duration backWithin,
        @Nullable Instant vanishAt,
        Duration churn) {}
