package chat.natter.history.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JobIdTest {
    @Test
    void tellsWhenTheJobWasAskedFor() {
        Instant now = Instant.parse("2026-11-29T23:59:59.999Z");

        JobId id = JobId.next(now, new Random(1));

        assertThat(id.askedAt()).isEqualTo(now);
        assertThat(id.day()).isEqualTo(LocalDate.of(2026, 11, 29));
        assertThat(JobId.parse(id.value())).contains(id);
    }

    @Test
    void isReadFromNothingElse() {
        assertThat(JobId.parse("")).isEmpty();
        assertThat(JobId.parse("01jd3zk8x0000000000000000")).isEmpty();
        assertThat(JobId.parse("01JD3ZK8X0000000000000000E")).isEmpty();
        assertThat(JobId.parse("../01jd3zk8x00000000000000")).isEmpty();
        assertThat(JobId.parse("zzzzzzzzzzzzzzzzzzzzzzzzzz")).isEmpty();
    }
}
