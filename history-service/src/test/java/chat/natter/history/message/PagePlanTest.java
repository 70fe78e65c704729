package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagePlanTest {
    private final ConversationId conversation = new SomeMessages().conversation;

    @Test
    void theNewestPageBeginsAtTheHead() {
        PagePlan plan = plan(PageRequest.newest(50), 2_345);

        assertThat(plan.slices()).containsExactly(older(2_000, 2_345), older(1_000, 1_999), older(1, 999));
        assertThat(plan.resume()).isEmpty();
    }

    @Test
    void olderLeavesOutItsBoundAndWhatTheConversationDoesNotHave() {
        assertThat(plan(PageRequest.before(2_000, 50), 2_345).slices()).first().isEqualTo(older(1_000, 1_999));
        assertThat(plan(PageRequest.before(9_999, 50), 7).slices()).containsExactly(older(1, 7));
        assertThat(plan(PageRequest.before(1, 50), 7).slices()).isEmpty();
        assertThat(plan(PageRequest.before(0, 50), 7).slices()).isEmpty();
    }

    @Test
    void newerLeavesOutItsBoundAndEndsAtTheHead() {
        assertThat(plan(PageRequest.after(0, 50), 1_001).slices()).containsExactly(newer(1, 999), newer(1_000, 1_001));
        assertThat(plan(PageRequest.after(999, 50), 1_001).slices()).containsExactly(newer(1_000, 1_001));
        assertThat(plan(PageRequest.after(1_001, 50), 1_001).slices()).isEmpty();
        assertThat(plan(PageRequest.after(Long.MAX_VALUE, 50), 1_001).slices()).isEmpty();
    }

    @Test
    void readsABoundedNumberOfPartitionsAndSaysWhereToGoOn() {
        // When
        PagePlan older = plan(PageRequest.newest(50), 10_000_000);
        PagePlan newer = plan(PageRequest.after(0, 50), 10_000_000);

        // Then
        assertThat(older.slices()).hasSize(PagePlan.MAX_SLICES);
        assertThat(older.resume()).hasValue(9_993_000);
        assertThat(newer.slices()).hasSize(PagePlan.MAX_SLICES);
        assertThat(newer.resume()).hasValue(7_999);
        assertThat(plan(PageRequest.before(9_993_000, 50), 10_000_000).slices())
                .first()
                .isEqualTo(older(9_992_000, 9_992_999));
        assertThat(plan(PageRequest.after(7_999, 50), 10_000_000).slices())
                .first()
                .isEqualTo(newer(8_000, 8_999));
    }

    @Test
    void aSliceNeverCrossesABucket() {
        assertThatThrownBy(() -> older(999, 1_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyNumberBelongsToExactlyOneBucket() {
        for (long seq : List.of(1L, 999L, 1_000L, 1_999L, 10_000_000L, Long.MAX_VALUE - 1_000)) {
            long bucket = Buckets.of(seq);
            assertThat(seq).isBetween(Buckets.firstSeq(bucket), Buckets.lastSeq(bucket));
        }
    }

    private PagePlan plan(PageRequest request, long lastSeq) {
        return PagePlan.of(conversation, request, lastSeq);
    }

    private Slice older(long first, long last) {
        return new Slice(conversation, Direction.OLDER, first, last);
    }

    private Slice newer(long first, long last) {
        return new Slice(conversation, Direction.NEWER, first, last);
    }
}
