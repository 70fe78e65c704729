package chat.natter.history.mention;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Mentions;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.DescribeMessagesOf;
import chat.natter.history.message.InMemoryChanges;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.NothingHidden;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.message.Visible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Alice mentions Bob, by name or with all. */
class CountMentionsTest {
    private final SomeMessages some = new SomeMessages();
    private final InMemoryMentions mentions = new InMemoryMentions();
    private final InMemoryMessages messages = new InMemoryMessages();
    private final InMemoryChanges changes = new InMemoryChanges();
    private final Set<Long> hidden = new HashSet<>();
    private final CountMentions countMentions =
            new CountMentions(mentions, messages, DescribeMessagesOf.changes(changes), new NothingHidden() {
                @Override
                public Set<Long> hidden(UserId user, ConversationId conversation, long first, long last) {
                    return hidden;
                }
            });

    @Test
    void countsThoseBehindTheMarkHoweverMuchWasSaidSince() {
        // Given
        write(byName(2), byName(3), toAll(4));
        write(some.messages(5, 3_000).toArray(ArchivedMessage[]::new));

        // Then
        assertThat(of(some.bob, 0)).isEqualTo(3);
        assertThat(of(some.bob, 2)).isEqualTo(2);
        assertThat(of(some.bob, 4)).isZero();
        assertThat(of(some.alice, 0)).as("nobody is told of their own").isZero();
    }

    @Test
    void leavesOutWhatIsNotThereAnyMore() {
        // Given
        write(byName(1), byName(2), byName(3), byName(4), byName(5));
        changes.write(List.of(some.change(6, 1, Action.RETRACT, "{\"kind\":\"retract\"}")));
        messages.erase(List.of(byName(2)), SomeMessages.NOW);
        hidden.add(3L);
        mentions.write(List.of(byName(7)), Set.of());

        // Then
        assertThat(of(some.bob, 0)).isEqualTo(2);
        assertThat(countMentions.of(some.bob, some.conversation, 0, Visible.ALL.within(5, 9)))
                .as("only what was said while the user was a member")
                .isEqualTo(1);
    }

    @Test
    void leavesOutWhatHasVanished() {
        write(
                mentioning(some.expiring(1, SomeMessages.NOW)),
                mentioning(some.expiring(2, SomeMessages.NOW.plusSeconds(1))));

        assertThat(of(some.bob, 0)).isEqualTo(1);
    }

    @Test
    void countsNoFurtherThanTwenty() {
        List<ArchivedMessage> many = new ArrayList<>();
        for (long seq = 1; seq <= 50; seq++) {
            many.add(seq % 2 == 0 ? byName(seq) : toAll(seq));
        }
        write(many.toArray(ArchivedMessage[]::new));

        assertThat(of(some.bob, 0)).isEqualTo(CountMentions.MOST);
    }

    private int of(UserId user, long read) {
        return countMentions.of(user, some.conversation, read, Visible.ALL);
    }

    private void write(ArchivedMessage... written) {
        messages.write(List.of(written));
        mentions.write(List.of(written), Set.of());
    }

    private ArchivedMessage byName(long seq) {
        return mentioning(some.message(seq));
    }

    private ArchivedMessage mentioning(ArchivedMessage message) {
        return message.with(0, new Mentions(List.of(some.bob), false));
    }

    private ArchivedMessage toAll(long seq) {
        return some.message(seq).with(0, new Mentions(List.of(), true));
    }
}
