package chat.natter.history.overview;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.history.group.InMemoryGroups;
import chat.natter.history.group.SomeMembers;
import chat.natter.history.message.Visible;
import chat.natter.history.reader.InMemoryReaders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListConversationsTest {
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final ConversationId TEAM = group(1);
    private static final ConversationId OLD = group(2);
    private static final ConversationId LEFT = group(3);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryOverview store = new InMemoryOverview();
    private final InMemoryReaders readers = new InMemoryReaders();
    private final InMemoryGroups groups = new InMemoryGroups();
    private final ListConversations listConversations = new ListConversations(
            store,
            (conversation, user) ->
                    conversation.equals(LEFT) ? new Visible(List.of(new Visible.Range(2, 5))) : Visible.ALL,
            readers,
            SomeMembers.in(groups),
            new FewAtOnce());

    @Test
    void listsTheNewestFirstAndSaysNothingOfAGroupAfterItsMemberLeft() {
        // Given
        store.progress.add(new Progress(OLD, 3, NOON.minusSeconds(60), 3));
        store.progress.add(new Progress(TEAM, 9, NOON, 7));
        store.progress.add(new Progress(LEFT, 99, NOON, 5));

        // Then
        assertThat(listConversations.of(ALICE, null))
                .containsExactly(
                        new Progress(TEAM, 9, NOON, 7),
                        new Progress(OLD, 3, NOON.minusSeconds(60), 3),
                        new Progress(LEFT, 5, null, 5));
    }

    @Test
    void listsWhatHasChangedSince() {
        // Given
        store.progress.add(new Progress(OLD, 3, NOON.minusSeconds(60), 3));
        store.progress.add(new Progress(TEAM, 9, NOON, 7));
        store.progress.add(new Progress(LEFT, 99, NOON, 5));

        // Then
        assertThat(listConversations.of(ALICE, NOON.minusSeconds(1)))
                .extracting(Progress::conversation)
                .containsExactly(TEAM);
        assertThat(listConversations.of(ALICE, NOON)).isEmpty();
    }

    @Test
    void listsATopicForThoseWhoFollowItOrPublishThere() {
        // Given
        ConversationId followed = topic(1);
        ConversationId own = topic(2);
        ConversationId ofOthers = topic(3);
        readers.set(ALICE, followed, true, NOON);
        groups.write(List.of(SomeMembers.created(own, ALICE)));
        List.of(followed, own, ofOthers).forEach(topic -> store.progress.add(new Progress(topic, 3, NOON, 0)));

        // Then
        assertThat(listConversations.of(ALICE, null))
                .extracting(Progress::conversation)
                .containsExactlyInAnyOrder(followed, own);
    }

    private static ConversationId topic(int number) {
        return ConversationId.topicOf(new MessageId(new UUID(1, number)));
    }

    private static ConversationId group(int number) {
        return ConversationId.groupOf(new MessageId(new UUID(1, number)));
    }
}
