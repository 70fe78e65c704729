package chat.natter.history.overview;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.history.mention.NobodyMentioned;
import chat.natter.history.message.DescribeMessagesOf;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.ReadLogOf;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.message.Visible;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alice writes, Bob looks at his list. */
class ReadDetailsTest {
    private final SomeMessages some = new SomeMessages();
    private final InMemoryMessages messages = new InMemoryMessages();
    private final ReadDetails readDetails = new ReadDetails(
            ReadLogOf.store(messages),
            DescribeMessagesOf.nothingDone(),
            NobodyMentioned.count(),
            (conversation, user) -> Visible.ALL,
            new FewAtOnce());

    @Test
    void countsMessagesOfOthersBehindTheMark() {
        // Given
        messages.write(some.messages(1, 9));
        messages.write(List.of(some.change(10, 3, Action.REACT, "{\"kind\":\"reaction\"}")));

        // When
        Details details = of(some.bob, 10, 4);

        // Then
        assertThat(details.unread()).isEqualTo(5);
        assertThat(requireNonNull(details.last()).seq()).isEqualTo(9);
        assertThat(of(some.alice, 10, 4).unread()).isZero();
        assertThat(of(some.bob, 10, 10).unread()).isZero();
        assertThat(requireNonNull(of(some.bob, 10, 10).last()).seq()).isEqualTo(9);
    }

    @Test
    void countsNoFurtherThanAHundred() {
        messages.write(some.messages(1, 2_000));

        assertThat(of(some.bob, 2_000, 0).unread()).isEqualTo(Details.MOST);
    }

    @Test
    void hasNoLastMessageWhereEverythingHasVanished() {
        messages.write(List.of(some.expiring(1, SomeMessages.NOW)));

        assertThat(of(some.bob, 1, 0)).isEqualTo(new Details(0, 0, null));
    }

    private Details of(UserId user, long last, long read) {
        return readDetails
                .of(user, List.of(new Progress(some.conversation, last, SomeMessages.NOW, read)))
                .get(0);
    }
}
