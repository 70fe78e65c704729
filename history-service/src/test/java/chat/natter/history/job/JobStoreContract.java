package chat.natter.history.job;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store of jobs does. */
interface JobStoreContract {
    Instant NOW = Instant.parse("2026-03-01T23:59:59.999Z");
    Random RANDOM = new Random(5);

    JobStore store();

    @Test
    default void keepsAJobAsItStands() {
        UserId user = new UserId(JobId.next(NOW, RANDOM).value());
        Job asked = Job.asked(JobId.next(NOW, RANDOM), "export", Optional.of(user), "{\"a\":1}");
        store().add(asked);
        assertThat(store().find(asked.id())).contains(asked);

        Job taken = asked.taken("me", NOW.plusSeconds(60));
        assertThat(store().replace(taken)).isTrue();
        Job advanced = taken.advanced(3, 7, "there", NOW.plusSeconds(90));
        assertThat(store().replace(advanced)).isTrue();
        Job ready = advanced.ready("users/x.zip", 4_711, 6, NOW.plusSeconds(95));
        assertThat(store().replace(ready)).isTrue();
        assertThat(store().find(asked.id())).contains(ready);
        assertThat(store().of(asked.id().day())).contains(ready);
        assertThat(store().of(asked.id().day().plusDays(1))).doesNotContain(ready);
    }

    @Test
    default void ofTwoWhoChangeItOneDoes() {
        Job asked = Job.asked(JobId.next(NOW, RANDOM), "archive", Optional.empty(), "");
        store().add(asked);
        Job first = asked.taken("one", NOW);
        Job second = asked.taken("two", NOW);

        assertThat(store().replace(first)).isTrue();
        assertThat(store().replace(second)).isFalse();
        assertThat(store().find(asked.id())).contains(first);
        assertThat(store().replace(Job.asked(JobId.next(NOW, RANDOM), "archive", Optional.empty(), "")
                        .taken("one", NOW)))
                .isFalse();
    }
}
