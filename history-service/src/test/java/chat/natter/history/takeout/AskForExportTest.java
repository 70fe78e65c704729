package chat.natter.history.takeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.audit.RecordedAudit;
import chat.natter.history.job.Job;
import chat.natter.history.job.JobRun;
import chat.natter.history.job.JobState;
import chat.natter.history.job.JobWork;
import chat.natter.history.job.Jobs;
import chat.natter.history.job.SomeJobs;
import chat.natter.history.objects.InMemoryPackages;
import chat.natter.history.objects.Upload;
import chat.natter.history.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AskForExportTest {
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final InMemoryPackages packages = new InMemoryPackages(clock);
    private final SomeJobs some = new SomeJobs(packages, clock);
    private final Jobs jobs = some.jobs();
    private final InMemoryOwnExports exports = new InMemoryOwnExports();
    private final RecordedAudit audit = new RecordedAudit();
    private final AskForExport askForExport = new AskForExport(exports, jobs, audit, new SomeTakeoutConfig(), clock);
    private final RemoveExports removeExports = new RemoveExports(exports, jobs, packages);

    @Test
    void oneAtATimeAndThreeADay() {
        Job first = ask();
        assertRefused(Problem.CONFLICT, this::ask);
        for (int i = 0; i < 2; i++) {
            some.look(work());
            ask();
        }
        some.look(work());
        assertRefused(Problem.RATE_LIMITED, this::ask);
        now = now.plus(Duration.ofHours(12));
        ask();

        assertThat(audit.told()).hasSize(4).startsWith("EXPORT_ASKED {export=" + first.id() + "}");
    }

    @Test
    void whatIsNotOnRecordIsNotDone() {
        // Given
        audit.away();

        // Then
        assertThatThrownBy(this::ask).isInstanceOf(IllegalStateException.class);
        some.look(work());
        assertThat(packages.objects()).isEmpty();
    }

    @Test
    void nothingIsLeftOfWhoIsErased() {
        // Given
        ask();
        some.look(work());
        assertThat(packages.objects()).hasSize(1);
        Job second = ask();

        // When
        removeExports.of(ALICE);
        removeExports.of(ALICE);

        // Then
        some.look(work());
        assertThat(packages.objects()).isEmpty();
        assertThat(jobs.find(second.id()).map(Job::state)).contains(JobState.CANCELLED);
        assertRefused(Problem.GONE, this::ask);
    }

    @Test
    void anErasureMeetsAnExportThatIsBeingWritten() {
        // Given
        Job job = ask();

        // When
        some.look(new JobWork() {
            @Override
            public String kind() {
                return TakeOut.KIND;
            }

            @Override
            public Outcome run(JobRun run) {
                Outcome outcome = work().run(run);
                removeExports.of(ALICE);
                return outcome;
            }
        });

        // Then
        assertThat(packages.objects()).isEmpty();
        assertThat(jobs.find(job.id()).map(Job::state)).contains(JobState.CANCELLED);
    }

    @Test
    void anErasureAsksNothingOfAStorageThatMayNotBeThere() {
        packages.goAway();

        removeExports.of(ALICE);

        assertRefused(Problem.GONE, this::ask);
    }

    /** Writes as the real one does, but nothing of anybody. */
    private JobWork work() {
        return new JobWork() {
            @Override
            public String kind() {
                return TakeOut.KIND;
            }

            @Override
            public Outcome run(JobRun run) {
                String key = TakeOut.folder(ALICE) + run.attempt() + ".zip";
                try (Upload upload = packages.begin(key, "application/zip")) {
                    upload.complete();
                    return new Outcome(key, 0, 0);
                }
            }
        };
    }

    private Job ask() {
        return askForExport.ask(ALICE, ZoneOffset.UTC);
    }

    private static void assertRefused(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
