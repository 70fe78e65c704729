package chat.natter.media.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.media.item.SomeItems;
import chat.natter.media.storage.InMemoryObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoMayReadTest {
    private final Members members = new Members(new InMemoryObjects());
    private final UserId alice = SomeItems.user();
    private final UserId bob = SomeItems.user();
    private final UserId carol = SomeItems.user();
    private final UserId dave = SomeItems.user();

    @Test
    void theOwnerMayBeforeAnybodyWasSentIt() {
        assertThat(mayRead(alice)).isTrue();
        assertThat(mayRead(bob)).isFalse();
    }

    @Test
    void whoeverItWasSentToMay() {
        Reference sent = sent(alice, bob);

        assertThat(mayRead(bob, sent)).isTrue();
        assertThat(mayRead(carol, sent)).isFalse();
    }

    @Test
    void whoMayReadMayPassItOn() {
        assertThat(mayRead(dave, sent(alice, bob), sent(bob, carol), sent(carol, dave)))
                .isTrue();
        // The records of different conversations come in any order.
        assertThat(mayRead(dave, sent(carol, dave), sent(bob, carol), sent(alice, bob)))
                .isTrue();
    }

    @Test
    void whoGuessesAnIdAndSendsItOpensNothing() {
        assertThat(mayRead(bob, sent(bob, bob))).isFalse();
        assertThat(mayRead(bob, sent(bob, carol), sent(carol, bob))).isFalse();
        assertThat(mayRead(bob, sent(bob, alice))).isFalse();
    }

    @Test
    void groupMembersMayAsLongAsTheyAreIn() {
        // Given
        ConversationId group = new ConversationId("g-" + SomeItems.user());
        Reference sent = new Reference(group, alice);
        members.apply(new GroupMembership(group, List.of(alice, bob, carol), List.of()));

        // Then
        assertThat(mayRead(bob, sent)).isTrue();
        assertThat(mayRead(dave, sent)).isFalse();

        // When
        members.apply(new GroupMembership(group, List.of(dave), List.of(bob)));

        // Then
        assertThat(mayRead(bob, sent)).isFalse();
        assertThat(mayRead(dave, sent)).isTrue();
    }

    private boolean mayRead(UserId user, Reference... references) {
        return WhoMayRead.mayRead(user, alice, List.of(references), members::isMember);
    }

    private static Reference sent(UserId from, UserId to) {
        return new Reference(ConversationId.direct(from, to), from);
    }
}
