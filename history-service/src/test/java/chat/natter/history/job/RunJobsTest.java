package chat.natter.history.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import chat.natter.contract.Problem;
import chat.natter.history.message.StoreUnavailable;
import chat.natter.history.objects.InMemoryPackages;
import chat.natter.history.objects.Upload;
import chat.natter.history.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RunJobsTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final InMemoryPackages packages = new InMemoryPackages(clock);
    private final SomeJobs some = new SomeJobs(packages, clock);
    private final Jobs jobs = some.jobs();
    private final Job asked = jobs.ask(jobs.newId(), "test", Optional.empty(), "wish");
    private final List<String> attempts = new ArrayList<>();

    @Test
    void doesWhatWasAskedFor() {
        some.look(work(run -> {
            assertThat(run.job().request()).isEqualTo("wish");
            return upload(run);
        }));

        Job ready = job();
        assertThat(ready.state()).isEqualTo(JobState.READY);
        assertThat(ready.done()).isEqualTo(3);
        assertThat(ready.bytes()).isEqualTo(1);
        assertThat(packages.objects()).containsOnlyKeys(ready.object());
        some.look(work(this::upload));
        assertThat(attempts).hasSize(1);
    }

    @Test
    void leavesKindsToOthersThatItDoesNotKnow() {
        some.look();

        assertThat(job()).isEqualTo(asked);
    }

    @Test
    void takesOverFromAnInstanceThatWasKilled() {
        // Given
        assertThat(some.store.replace(asked.taken("killed", clock.instant().plusSeconds(60))))
                .isTrue();

        // Then
        some.look(work(this::upload));
        assertThat(attempts).isEmpty();
        go(Duration.ofSeconds(60));
        some.look(work(this::upload));
        assertThat(job().state()).isEqualTo(JobState.READY);
        assertThat(job().attempts()).isEqualTo(2);
    }

    @Test
    void keepsItsLeaseWhileItGoesOn() {
        some.look(work(run -> {
            for (int i = 0; i < 10; i++) {
                go(Duration.ofSeconds(20));
                run.advanced(i, 10);
                some.look(work(other -> upload(other)));
            }
            assertThat(job().done()).isEqualTo(9);
            return upload(run);
        }));

        assertThat(job().state()).isEqualTo(JobState.READY);
        assertThat(attempts).hasSize(1);
    }

    @Test
    void leavesOffWhenSomebodyElseHasTheJob() {
        some.look(work(run -> {
            if (attempts.size() == 1) {
                go(Duration.ofMinutes(2));
                some.look(work(this::upload));
                run.advanced(1, 10);
            }
            return upload(run);
        }));

        assertThat(attempts).hasSize(2);
        assertThat(job().state()).isEqualTo(JobState.READY);
        assertThat(packages.objects()).containsOnlyKeys(job().object());
    }

    @Test
    void removesWhatItMadeForAJobThatWasCalledOffMeanwhile() {
        some.look(work(run -> {
            JobWork.Outcome outcome = upload(run);
            jobs.cancel(asked.id());
            return outcome;
        }));

        assertThat(job().state()).isEqualTo(JobState.CANCELLED);
        assertThat(packages.objects()).isEmpty();
    }

    @Test
    void goesOnWhereAJobThatCanSaysItHadCome() {
        // Given
        some.look(work(run -> {
            run.reached(5, 10, "five");
            throw new StoreUnavailable(new IllegalStateException("down"));
        }));
        assertThat(job().state()).isEqualTo(JobState.RUNNING);
        assertThat(job().attempts()).isZero();

        // When
        some.look(work(this::upload));
        assertThat(attempts).hasSize(1);
        go(Duration.ofSeconds(60));
        some.look(work(run -> {
            assertThat(run.job().place()).isEqualTo("five");
            return upload(run);
        }));

        // Then
        assertThat(job().state()).isEqualTo(JobState.READY);
    }

    @Test
    void givesUpWhatFailsAgainAndAgain() {
        for (int i = 0; i < 7; i++) {
            some.look(work(run -> {
                throw new IllegalStateException("a fault");
            }));
            go(Duration.ofSeconds(60));
        }

        assertThat(attempts).hasSize(5);
        assertThat(job().state()).isEqualTo(JobState.FAILED);
        assertThat(job().endedAt()).isAfter(asked.askedAt());
    }

    @Test
    void givesUpWhatDoesNotComeToAnEnd() {
        go(Duration.ofHours(24).plusMillis(1));

        some.look(work(this::upload));

        assertThat(attempts).isEmpty();
        assertThat(job().state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void leavesItsJobToOthersWhenItStops() {
        // Given
        AtomicBoolean stopping = new AtomicBoolean();

        // When
        some.instance(work(run -> {
                    stopping.set(true);
                    run.advanced(1, 2);
                    return upload(run);
                }))
                .look(stopping::get);

        // Then
        some.look(work(this::upload));
        assertThat(job().state()).isEqualTo(JobState.READY);
        assertThat(job().attempts()).isEqualTo(1);
    }

    @Test
    void keepsWhatItMadeForAWhile() {
        // Given
        some.look(work(this::upload));

        // Then
        go(Duration.ofDays(7).minusSeconds(1));
        some.sweep();
        assertThat(packages.objects()).isNotEmpty();
        go(Duration.ofSeconds(1));
        some.sweep();
        assertThat(packages.objects()).isEmpty();
        assertThat(job().state()).isEqualTo(JobState.EXPIRED);
    }

    @Test
    void sweepsWhatBrokenAttemptsLeftBehind() {
        // Given
        some.look(work(this::upload));
        for (String key : List.of("users/u/" + asked.id() + "-99.zip", "archive/" + jobs.newId() + "/1", "other/x")) {
            put(key);
        }
        Upload forgotten = packages.begin("users/u/" + asked.id() + "-98.zip", "application/zip");

        // When
        some.sweep();
        assertThat(packages.objects()).hasSize(4);
        go(Duration.ofHours(49));
        some.sweep();

        // Then
        assertThat(packages.objects()).containsOnlyKeys(job().object(), "other/x");
        assertThat(catchThrowable(forgotten::complete))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.problem()).isEqualTo(Problem.UNAVAILABLE));
    }

    private JobWork work(Function<JobRun, JobWork.Outcome> what) {
        return new JobWork() {
            @Override
            public String kind() {
                return "test";
            }

            @Override
            public Outcome run(JobRun run) {
                attempts.add(run.attempt());
                return what.apply(run);
            }
        };
    }

    private JobWork.Outcome upload(JobRun run) {
        String key = "users/u/" + run.attempt() + ".zip";
        return new JobWork.Outcome(key, put(key), 3);
    }

    private long put(String key) {
        try (Upload upload = packages.begin(key, "application/zip")) {
            upload.write(new byte[] {1}, 0, 1);
            upload.complete();
            return upload.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void go(Duration forward) {
        now = now.plus(forward);
    }

    private Job job() {
        return jobs.find(asked.id()).orElseThrow();
    }
}
