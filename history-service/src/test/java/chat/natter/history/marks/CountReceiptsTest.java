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
                7, "alice", AUDIENCE, List.of(new Mark("carol", 7, 6), new Mark("bob", 9, 7), new Mark("alice", 9, 9)));

        assertThat(receipts).isEqualTo(new ReceiptsJson(2, List.of("bob", "carol"), List.of("bob")));
    }

    @Test
    void leavesOutWhoWasNoMemberThen() {
        ReceiptsJson receipts = CountReceipts.of(7, "alice", AUDIENCE, List.of(new Mark("dave", 9, 9)));

        assertThat(receipts).isEqualTo(new ReceiptsJson(2, List.of(), List.of()));
    }
}
