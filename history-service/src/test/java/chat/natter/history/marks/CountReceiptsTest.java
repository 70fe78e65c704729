package chat.natter.history.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountReceiptsTest {
    private static final Set<String> AUDIENCE = Set.of("alice", "bob", "carol");

    @Test
    void countsWhoHasComeAsFarAsTheMessage() {
        ReceiptsJson receipts = CountReceipts.of(
                7, "alice", AUDIENCE, List.of(mark("carol", 7, 6), mark("bob", 9, 7), mark("alice", 9, 9)));

        assertThat(receipts).isEqualTo(new ReceiptsJson(2, List.of("bob", "carol"), List.of("bob")));
    }

    @Test
    void leavesOutWhoWasNoMemberThen() {
        ReceiptsJson receipts = CountReceipts.of(7, "alice", AUDIENCE, List.of(mark("dave", 9, 9)));

        assertThat(receipts).isEqualTo(new ReceiptsJson(2, List.of(), List.of()));
    }

    @Test
    void showsNoReadMarkThatIsHidden() {
        ReceiptsJson receipts =
                CountReceipts.of(7, "alice", AUDIENCE, List.of(new Mark("bob", 9, 9, true), mark("carol", 9, 9)));

        assertThat(receipts).isEqualTo(new ReceiptsJson(2, List.of("bob", "carol"), List.of("carol")));
    }

    @Test
    void showsNoReadMarksToWhoHidesTheirOwn() {
        ReceiptsJson receipts =
                CountReceipts.of(7, "alice", AUDIENCE, List.of(mark("bob", 9, 9), new Mark("alice", 0, 0, true)));

        assertThat(receipts).isEqualTo(new ReceiptsJson(2, List.of("bob"), List.of()));
    }

    private static Mark mark(String user, long delivered, long read) {
        return new Mark(user, delivered, read, false);
    }
}
