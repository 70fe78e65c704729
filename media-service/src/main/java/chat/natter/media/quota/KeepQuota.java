package chat.natter.media.quota;

import chat.natter.contract.Problem;
import chat.natter.media.item.MediaItem;
import chat.natter.media.problem.Refusal;
import chat.natter.media.storage.StorageUnavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Reserves room for a file. Reserved first and counted then, so that two announcements at once may both be refused, but
 * never both be let in. The bound for all accounts is kept to what the last count and this instance know.
 */
@Singleton
public class KeepQuota {
    private static final Logger LOG = Logger.getLogger(KeepQuota.class);

    private final Reservations reservations;
    private final QuotaConfig config;
    private final AtomicLong ofAll = new AtomicLong();

    KeepQuota(Reservations reservations, QuotaConfig config) {
        this.reservations = reservations;
        this.config = config;
    }

    public void reserve(MediaItem item) {
        long size = item.file().size();
        if (size > config.perAccount()) {
            throw full();
        }
        if (config.perTenant().isPresent()
                && ofAll.get() + size > config.perTenant().getAsLong()) {
            throw new Refusal(Problem.QUOTA_EXCEEDED, "There is no room left on this server.");
        }
        reservations.add(item);
        if (reservations.bytesOf(item.owner()) > config.perAccount()) {
            reservations.remove(item);
            throw full();
        }
        ofAll.addAndGet(size);
    }

    private Refusal full() {
        return new Refusal(
                Problem.QUOTA_EXCEEDED, "All your files may have " + config.perAccount() + " bytes; delete some.");
    }

    @Scheduled(
            every = "${natter.media.quota.count-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        if (config.perTenant().isEmpty()) {
            return;
        }
        try {
            ofAll.set(reservations.bytesOfAll());
        } catch (StorageUnavailable e) {
            LOG.warn("files not counted: storage unavailable");
        }
    }
}
