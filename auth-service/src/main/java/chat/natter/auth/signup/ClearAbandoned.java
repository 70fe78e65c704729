package chat.natter.auth.signup;

import chat.natter.auth.problem.Unavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Ends sign-ups that nobody works on any more: what is half done is removed, what stands is taken as told. Also runs at
 * start. Several instances may do this at once, since each row is claimed.
 */
@Singleton
class ClearAbandoned {
    private static final Logger LOG = Logger.getLogger(ClearAbandoned.class);

    private final Claims claims;
    private final RemoveUnfinished removeUnfinished;

    ClearAbandoned(Claims claims, RemoveUnfinished removeUnfinished) {
        this.claims = claims;
        this.removeUnfinished = removeUnfinished;
    }

    @Scheduled(every = "${natter.auth.sign-up.sweep-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clear() {
        try {
            claims.findAbandoned().forEach(this::end);
        } catch (Unavailable e) {
            LOG.warnf("abandoned sign-ups stay for now cause=\"%s\"", e.getMessage());
        }
    }

    private void end(SignUpRow row) {
        if (row.active()) {
            claims.take(row).ifPresent(claims::finish);
        } else if (removeUnfinished.remove(row)) {
            LOG.infof("removed an unfinished sign-up userId=%s", row.user());
        }
    }
}
