package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {
    @Test
    void asksForTheNewestFiftyByDefault() {
        assertThat(PageQuery.parse(null, null, null, null)).isEqualTo(new PageQuery.Newest(50));
    }

    @Test
    void readsASeqAndALimit() {
        assertThat(PageQuery.parse("12", null, null, "200"))
                .isEqualTo(new PageQuery.Beside(Direction.OLDER, new Place.Seq(12), 200));
        assertThat(PageQuery.parse(null, "0", null, "1"))
                .isEqualTo(new PageQuery.Beside(Direction.NEWER, new Place.Seq(0), 1));
        assertThat(PageQuery.parse(null, null, "7", null)).isEqualTo(new PageQuery.Around(new Place.Seq(7), 50));
    }

    @Test
    void readsATimeInAnyOffset() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");

        assertThat(PageQuery.parse(null, null, "2026-03-01T13:00:00+01:00", null))
                .isEqualTo(new PageQuery.Around(new Place.Moment(noon), 50));
        assertThat(PageQuery.parse("2026-03-01T12:00:00.000Z", null, null, null))
                .isEqualTo(new PageQuery.Beside(Direction.OLDER, new Place.Moment(noon), 50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "", "ten", "1.5", "99999999999999999999", " 5", "1000000000"})
    void refusesALimitThatIsOutOfRange(String limit) {
        assertThatThrownBy(() -> PageQuery.parse(null, null, null, limit))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.BAD_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "",
                "x",
                "9223372036854775808",
                "1;DROP",
                "2026-03-01",
                "2026-13-01T00:00:00Z",
                "1-2",
                "2026-03-01T12:00:00"
            })
    void refusesABoundThatIsNeitherASeqNorATime(String bound) {
        assertThatThrownBy(() -> PageQuery.parse(bound, null, null, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PageQuery.parse(null, bound, null, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PageQuery.parse(null, null, bound, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesTwoBounds() {
        assertThatThrownBy(() -> PageQuery.parse("1", "2", null, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PageQuery.parse(null, "2", "3", null)).isInstanceOf(Refusal.class);
    }
}
