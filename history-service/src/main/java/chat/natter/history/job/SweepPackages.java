package chat.natter.history.job;

import chat.natter.history.objects.PackageStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Removes from object storage what is over: packages that were kept for long enough, and what attempts left behind that
 * were broken off. Every instance does; what is removed twice is gone all the same.
 */
@Singleton
final class SweepPackages {
    private static final Logger LOG = Logger.getLogger(SweepPackages.class);
    /** {@code users/USER/JOB-VERSION.zip} or {@code archive/JOB/…}. */
    private static final Pattern KEY = Pattern.compile("(?:users/[^/]+|archive)/([0-9a-z]{26})[-/].*");
    /** Longer than between the end of an upload and its being told. */
    private static final Duration SETTLED = Duration.ofDays(1);

    private final Jobs jobs;
    private final PackageStore packages;
    private final JobConfig config;
    private final Clock clock;

    SweepPackages(Jobs jobs, PackageStore packages, JobConfig config, Clock clock) {
        this.jobs = jobs;
        this.packages = packages;
        this.config = config;
        this.clock = clock;
    }

    void sweep() {
        jobs.expire();
        Instant now = clock.instant();
        packages.abandonUploadsBefore(now.minus(config.giveUpAfter()).minus(SETTLED));
        packages.all()
                .filter(stored -> stored.modifiedAt().isBefore(now.minus(SETTLED)) && !isWanted(stored.key()))
                .forEach(stored -> {
                    packages.deleteAll(stored.key());
                    LOG.infof("removed what a broken attempt left behind key=%s", stored.key());
                });
    }

    /** What lies there under a name that is none of ours is none of our business. */
    private boolean isWanted(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            return true;
        }
        Optional<Job> job = jobs.find(matcher.group(1));
        return job.isPresent()
                && (job.get().state().isOpen()
                        || (!job.get().object().isEmpty()
                                && key.startsWith(job.get().object())));
    }
}
