package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.StoredMessage;
import chat.natter.client.rest.Window;
import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.Target;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A group on two gateways, from its creation to what history shows of it. */
class GroupIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final Scene scene = new Scene();

    private final GroupPerson alice = member(1);
    private final GroupPerson bob = member(2);
    private final GroupPerson carol = member(1);

    @Test
    void aRemovedMemberSeesTheRemovalAndNothingAfterIt() {
        // Given
        ConversationId group = alice.create("Team", bob, carol);
        long said = bob.say(group, "hello").seq();

        // When
        long removal = alice.change(
                group, new GroupAction.Remove(List.of(carol.person().id())));
        long later = bob.say(group, "without carol").seq();

        // Then
        await().atMost(SOON).until(() -> alice.seqs(group).contains(later));
        await().atMost(SOON).untilAsserted(() -> assertThat(carol.seqs(group)).containsExactly(1L, said, removal));
        assertThat(carol.isRefusedToSay(group, "still here?")).isEqualTo("not_a_member");
        assertThat(carol.isRefused(
                        group, new GroupAction.Add(List.of(carol.person().id()))))
                .isEqualTo("not_a_member");
        awaitArchive()
                .untilAsserted(() -> assertThat(history(bob, group))
                        .extracting(StoredMessage::seq)
                        .containsExactly(1L, said, removal, later));
        assertThat(history(carol, group)).extracting(StoredMessage::seq).containsExactly(1L, said, removal);
        assertThat(carol.seqs(group)).doesNotContain(later);
    }

    @Test
    void aNewMemberSeesWhatComesFromThenOn() {
        // Given
        ConversationId group = alice.create("Team", bob);
        alice.say(group, "before carol");

        // When
        long addition =
                bob.change(group, new GroupAction.Add(List.of(carol.person().id())));
        long said = alice.say(group, "welcome").seq();

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(carol.seqs(group)).containsExactly(addition, said));
        awaitArchive()
                .untilAsserted(() -> assertThat(history(carol, group))
                        .extracting(StoredMessage::seq)
                        .containsExactly(addition, said));
    }

    @Test
    void historyShowsMessagesWithWhatWasDoneToThem() {
        // Given
        ConversationId group = alice.create("Team", bob);
        Target edited = alice.say(group, "frist");
        Target retracted = bob.say(group, "secret");

        // When
        alice.act(group, Action.EDIT, edited, "first");
        bob.act(group, Action.RETRACT, retracted, "");
        long reaction = bob.act(group, Action.REACT, new Target(edited.seq(), null, null), "like");

        // Then
        await().atMost(SOON).until(() -> alice.seqs(group).contains(reaction));
        awaitArchive().untilAsserted(() -> {
            List<StoredMessage> shown = history(alice, group);
            assertThat(shown).extracting(StoredMessage::seq).containsExactly(1L, edited.seq(), retracted.seq());
            assertThat(shown.get(1).content().json()).contains("first");
            assertThat(shown.get(2).content().json()).doesNotContain("secret").contains("retracted");
        });
    }

    @Test
    void whoHasNoAccountDoesNotStay() {
        // Given
        ConversationId group = alice.create("Team", bob);

        // When
        long addition = alice.change(group, new GroupAction.Add(List.of(new UserId("01jd3zk8x0000000000000000z"))));

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(bob.messages(group))
                        .anyMatch(message -> message.seq() > addition
                                && message.content().json().contains("\"reason\":\"user_unknown\"")));
    }

    @Test
    void aStrangerReadsNothing() {
        ConversationId group = alice.create("Team", bob);

        assertThatThrownBy(() -> history(carol, group)).isInstanceOf(ApiRefused.class);
    }

    private GroupPerson member(int gateway) {
        return scene.keep(new GroupPerson(scene.person(), scene.stack().gatewayUrl(gateway)));
    }

    /** Until it has heard of the group, or of a new member, the archive refuses to show it. */
    private static ConditionFactory awaitArchive() {
        return await().atMost(SOON).ignoreException(ApiRefused.class);
    }

    private static List<StoredMessage> history(GroupPerson reader, ConversationId group) {
        return reader.person().api().messages(group, new Window.Latest(100)).messages();
    }
}
