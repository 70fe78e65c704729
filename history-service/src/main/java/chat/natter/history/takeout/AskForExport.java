package chat.natter.history.takeout;

import chat.natter.contract.Problem;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import chat.natter.history.audit.TellAudit;
import chat.natter.history.job.Job;
import chat.natter.history.job.JobId;
import chat.natter.history.job.Jobs;
import chat.natter.history.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Begins an export, if the user may have one: one at a time, and some a day. */
@Singleton
final class AskForExport {
    private final OwnExports exports;
    private final Jobs jobs;
    private final TellAudit tellAudit;
    private final TakeoutConfig config;
    private final Clock clock;

    AskForExport(OwnExports exports, Jobs jobs, TellAudit tellAudit, TakeoutConfig config, Clock clock) {
        this.exports = exports;
        this.jobs = jobs;
        this.tellAudit = tellAudit;
        this.config = config;
        this.clock = clock;
    }

    /** @param zone whose days and hours the pages show */
    Job ask(UserId user, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        OwnExport before = exports.of(user);
        if (before.erased()) {
            throw new Refusal(Problem.GONE, "The account was erased.");
        }
        if (before.job().flatMap(jobs::find).filter(job -> job.state().isOpen()).isPresent()) {
            throw new Refusal(Problem.CONFLICT, "An export is under way already.");
        }
        if (before.asked(today) >= config.perDay()) {
            throw new Refusal(Problem.RATE_LIMITED, "No more exports today; try again tomorrow (UTC).");
        }
        JobId id = jobs.newId();
        if (!exports.replace(user, before.withJob(id, today))) {
            throw new Refusal(Problem.CONFLICT, "Another export was asked for at the same moment.");
        }
        // What is not on record does not come about.
        tellAudit.tell(SecurityEvent.EXPORT_ASKED, user, now, Map.of("export", id.value()));
        return jobs.ask(id, TakeOut.KIND, Optional.of(user), zone.getId());
    }
}
