package chat.natter.history.retention;

import chat.natter.history.message.StoreUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sees to policies with which the archive is not in line yet, once every instance knows of them. Every instance does:
 * what two of them do twice does no harm, and what one that died left undone is done by another.
 */
@Singleton
final class WatchPolicies {
    private static final Logger LOG = Logger.getLogger(WatchPolicies.class);

    private final Policies policies;
    private final BringInLine bringInLine;
    private final Duration settle;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread watcher = new Thread(this::watch, "watch-policies");

    WatchPolicies(Policies policies, BringInLine bringInLine, RetentionConfig config, Clock clock) {
        this.policies = policies;
        this.bringInLine = bringInLine;
        this.settle = config.settle();
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        watcher.setDaemon(true);
        watcher.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void watch() {
        try {
            while (!stopped.await(settle.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            Instant known = clock.instant().minus(settle.multipliedBy(2));
            for (Policy policy : policies.all()) {
                if (!policy.inLine() && policy.changedAt().isBefore(known)) {
                    bringInLine.bring(policy.conversation());
                    policies.markInLine(policy);
                    LOG.infof("in line with its policy conversationId=%s", policy.conversation());
                }
            }
        } catch (StoreUnavailable e) {
            LOG.debug("policies have to wait for the store", e);
        } catch (RuntimeException e) {
            LOG.error("a policy cannot be brought about, trying again", e);
        }
    }
}
