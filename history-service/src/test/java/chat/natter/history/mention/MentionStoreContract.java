package chat.natter.history.mention;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Mentions;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.SomeMessages;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of mentions must do. Each test has a conversation of its own. */
interface MentionStoreContract {
    MentionStore store();

    @Test
    default void findsTheNewestBehindAMark() {
        // Given
        SomeMessages some = new SomeMessages();
        List<ArchivedMessage> messages = List.of(
                some.message(1),
                mentioning(some.message(2), some.bob),
                mentioning(some.message(3), some.alice),
                some.message(4).with(0, new Mentions(List.of(some.bob), true)),
                some.message(5).with(0, new Mentions(List.of(), true)),
                mentioning(some.message(9_999), some.bob));

        // When
        store().write(messages, Set.of());
        store().write(messages, Set.of());

        // Then
        assertThat(store().behind(some.bob, some.conversation, 0, 10)).containsExactly(2L, 4L, 5L, 9_999L);
        assertThat(store().behind(some.bob, some.conversation, 4, 10)).containsExactly(5L, 9_999L);
        assertThat(store().behind(some.bob, some.conversation, 9_999, 10)).isEmpty();
        assertThat(store().behind(some.bob, some.conversation, 0, 1)).containsExactly(5L, 9_999L);
        assertThat(store().behind(some.alice, some.conversation, 0, 10)).containsExactly(3L, 4L, 5L);
    }

    @Test
    default void forgetsWhoIsNoMore() {
        // Given
        SomeMessages some = new SomeMessages();
        ArchivedMessage before = some.message(1).with(0, new Mentions(List.of(some.alice, some.bob), false));
        store().write(List.of(before), Set.of());

        // When
        store().forget(some.bob, List.of(some.conversation), before.at());
        store().write(List.of(before), Set.of(some.bob));
        store().write(List.of(mentioning(some.message(2), some.bob)), Set.of(some.bob));

        // Then
        assertThat(store().behind(some.bob, some.conversation, 0, 10)).isEmpty();
        assertThat(store().behind(some.alice, some.conversation, 0, 10)).containsExactly(1L);
    }

    private static ArchivedMessage mentioning(ArchivedMessage message, UserId user) {
        return message.with(0, new Mentions(List.of(user), false));
    }
}
