package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldChangesTest {
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId BOB = new UserId("01jd3zk8x0000000000000000b");

    private final SomeMessages some = new SomeMessages();

    @Test
    void showsTheNewestContent() {
        FoldedMessage folded = fold(change(3, Action.EDIT, ALICE, "second"), change(2, Action.EDIT, ALICE, "first"));

        assertThat(folded.content()).isEqualTo(text("second"));
        assertThat(folded.editedAt()).isNotNull();
    }

    @Test
    void whatWasTakenBackStaysSo() {
        FoldedMessage folded = fold(
                change(2, Action.REACT, BOB, "like"),
                change(3, Action.RETRACT, ALICE, ""),
                change(4, Action.EDIT, ALICE, "again"));

        assertThat(folded.retracted()).isTrue();
        assertThat(folded.content()).isNull();
        assertThat(folded.reactions()).isEmpty();
    }

    @Test
    void keepsOneReactionAndOneVotePerUser() {
        FoldedMessage folded = fold(
                change(2, Action.REACT, ALICE, "like"),
                change(3, Action.REACT, BOB, "like"),
                change(4, Action.REACT, ALICE, "love"),
                change(5, Action.UNREACT, BOB, ""),
                change(6, Action.VOTE, BOB, "yes"),
                change(7, Action.VOTE, BOB, "no"));

        assertThat(folded.reactions()).containsOnlyKeys(ALICE).containsEntry(ALICE, text("love"));
        assertThat(folded.votes()).containsOnlyKeys(BOB).containsEntry(BOB, text("no"));
    }

    @Test
    void whoWasErasedReactsAndVotesNoMore() {
        FoldedMessage folded = fold(
                change(2, Action.REACT, ALICE, "like").withContent(ErasedContent.NOTHING),
                change(3, Action.REACT, BOB, "like"),
                change(4, Action.VOTE, ALICE, "yes").withContent(ErasedContent.NOTHING));

        assertThat(folded.reactions()).containsOnlyKeys(BOB);
        assertThat(folded.votes()).isEmpty();
    }

    @Test
    void isPinnedUntilItIsUnpinned() {
        assertThat(fold(change(2, Action.PIN, ALICE, "")).pinned()).isTrue();
        assertThat(fold(change(2, Action.PIN, ALICE, ""), change(3, Action.UNPIN, BOB, ""))
                        .pinned())
                .isFalse();
    }

    private FoldedMessage fold(ArchivedMessage... changes) {
        return FoldChanges.fold(List.of(some.message(1)), List.of(changes)).get(0);
    }

    private ArchivedMessage change(long seq, Action action, UserId from, String words) {
        ArchivedMessage message = some.message(seq);
        return new ArchivedMessage(
                message.conversation(),
                seq,
                0,
                from,
                message.device(),
                message.id(),
                message.at(),
                text(words),
                0,
                null,
                action,
                1);
    }

    private static Content text(String words) {
        return Content.ofJson("{\"kind\":\"text\",\"text\":\"" + words + "\"}");
    }
}
