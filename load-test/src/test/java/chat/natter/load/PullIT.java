package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.LogEntry;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.Target;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parts of logs over the socket, on two gateways. */
class PullIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final Scene scene = new Scene();

    private final GroupPerson alice = member(1);
    private final GroupPerson bob = member(2);

    @Test
    void aGapIsFilledWithWhatWasSaidThen() {
        // Given
        ConversationId talk =
                ConversationId.direct(alice.person().id(), bob.person().id());
        List<Target> said = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> alice.say(talk, "number " + number))
                .toList();
        awaitArchived(bob, talk, 8);

        // When
        ServerFrame.Page page = bob.pull(talk, 3, 6);

        // Then
        assertThat(page.conversation()).isEqualTo(talk);
        assertThat(page.last()).isEqualTo(6);
        assertThat(page.head()).isEqualTo(8);
        assertThat(page.holes()).isEmpty();
        assertThat(page.messages()).extracting(LogEntry::seq).containsExactly(3L, 4L, 5L, 6L);
        LogEntry third = page.messages().get(0);
        assertThat(third.content().json()).contains("number 3");
        assertThat(third.from()).isEqualTo(alice.person().id());
        assertThat(third.id()).isEqualTo(said.get(2).id());
        assertThat(bob.messages(talk))
                .anySatisfy(message -> assertThat(message.entry()).isEqualTo(third));
    }

    @Test
    void whatWasDoneIsPartOfTheLogAndWhatWasTakenBackHasNoWords() {
        // Given
        ConversationId talk =
                ConversationId.direct(alice.person().id(), bob.person().id());
        Target kept = alice.say(talk, "kept");
        Target secret = alice.say(talk, "secret");
        alice.act(talk, Action.EDIT, kept, "edited");
        alice.act(talk, Action.RETRACT, secret, "");
        awaitArchived(bob, talk, 4);

        // When, Then
        await().atMost(SOON).untilAsserted(() -> {
            List<LogEntry> entries = bob.pull(talk, 1, 4).messages();
            assertThat(entries)
                    .extracting(LogEntry::action)
                    .containsExactly(Action.MESSAGE, Action.MESSAGE, Action.EDIT, Action.RETRACT);
            assertThat(entries.get(1).content().json()).doesNotContain("secret");
            assertThat(entries.get(2).target()).isEqualTo(kept.seq());
            assertThat(entries.get(2).content().json()).contains("edited");
        });
    }

    @Test
    void aNewMemberIsToldThatTheBeginningIsNotTheirs() {
        // Given
        GroupPerson carol = member(1);
        ConversationId group = alice.create("Team", bob);
        alice.say(group, "before carol");
        assertThat(carol.isRefusedToPull(group, 1, 9)).isEqualTo("not_a_member");
        long addition =
                alice.change(group, new GroupAction.Add(List.of(carol.person().id())));
        long after = bob.say(group, "with carol").seq();
        awaitArchived(bob, group, after);

        // When
        ServerFrame.Page page = carol.pull(group, 1, 9);

        // Then
        assertThat(page.messages()).extracting(LogEntry::seq).containsExactly(addition, after);
        assertThat(page.holes()).containsExactly(new ServerFrame.Hole(1, addition - 1, "not_a_member"));
        assertThat(page.last()).isEqualTo(after);
    }

    @Test
    void nobodyReadsWhatOthersWrote() {
        // Given
        GroupPerson carol = member(1);
        ConversationId talk =
                ConversationId.direct(alice.person().id(), bob.person().id());
        alice.say(talk, "between us");

        // When, Then
        assertThat(carol.isRefusedToPull(talk, 1, 1)).isEqualTo("not_a_member");
    }

    private static void awaitArchived(GroupPerson reader, ConversationId conversation, long seq) {
        await("the archive")
                .atMost(SOON)
                .until(() -> reader.pull(conversation, 1, 1).head() >= seq);
    }

    private GroupPerson member(int gateway) {
        return scene.keep(new GroupPerson(scene.person(), scene.stack().gatewayUrl(gateway)));
    }
}
