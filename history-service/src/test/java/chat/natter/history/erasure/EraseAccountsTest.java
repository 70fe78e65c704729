package chat.natter.history.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.history.group.GroupEvent;
import chat.natter.history.group.InMemoryGroups;
import chat.natter.history.group.SomeMembers;
import chat.natter.history.mention.InMemoryMentions;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.ErasedContent;
import chat.natter.history.message.InMemoryChanges;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.SomeLifetimes;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.overview.InMemoryOverview;
import chat.natter.history.overview.ListNewcomers;
import chat.natter.history.personal.InMemoryPersonal;
import chat.natter.history.reader.InMemoryReaders;
import chat.natter.history.search.SomeSearch;
import chat.natter.history.takeout.NoExports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EraseAccountsTest {
    private static final Instant ERASED_AT = SomeMessages.NOW.plusSeconds(86_400);
    private static final ConversationId TEAM = ConversationId.groupOf(new MessageId(new UUID(1, 1)));

    private final SomeMessages some = new SomeMessages();
    private final InMemoryMessages store = new InMemoryMessages();
    private final InMemoryChanges changes = new InMemoryChanges();
    private final InMemoryGroups groups = new InMemoryGroups();
    private final InMemoryOverview overview = new InMemoryOverview();
    private final InMemoryErasures erasures = new InMemoryErasures();
    private final SomeSearch search = SomeSearch.inMemory(store);
    private Instant now = ERASED_AT;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final SomeLifetimes lifetimes = new SomeLifetimes();
    private final EraseEntries eraseEntries = new EraseEntries(store, changes, search.indexMessages(), lifetimes);
    private final KnowErased knowErased = new KnowErased(erasures, SomeErasures.CONFIG, clock);
    private final WithoutErased withoutErased = new WithoutErased(knowErased, eraseEntries, clock);
    private final InMemoryPersonal personal = new InMemoryPersonal();
    private final ListOfConversations list = new ListOfConversations(
            overview, search.tellActivity(), personal, new InMemoryMentions(), new InMemoryReaders().keep());
    private final EraseAccounts eraseAccounts = new EraseAccounts(
            erasures,
            new EraseContent(store, eraseEntries, list, SomeMembers.in(groups), clock),
            list,
            NoExports.toRemove(),
            SomeErasures.CONFIG,
            clock);

    @Test
    void erasesEverythingThatTheAccountSaidAndNothingElse() {
        // Given
        archive(some.messages(1, 1_200), List.of());
        ArchivedMessage ofBob =
                some.from(some.bob, some.message(1_201, 1, null, "{\"kind\":\"text\",\"text\":\"a secret\"}"));
        archive(List.of(ofBob), List.of());

        // When
        Erasure proof = erase();

        // Then
        assertThat(proof.entries()).isEqualTo(1_200);
        assertThat(proof.conversations()).isEqualTo(1);
        assertThat(read(some.conversation, 1).content()).isEqualTo(ErasedContent.NOTHING);
        assertThat(read(some.conversation, 1_200).content()).isEqualTo(ErasedContent.NOTHING);
        assertThat(read(some.conversation, 1_201)).isEqualTo(ofBob);
        assertThat(search.count(some.bob, "secret")).isEqualTo(1);
        assertThat(search.count(some.bob, "from:" + some.alice)).isZero();
        assertThat(overview.conversations(some.alice)).isEmpty();
        assertThat(overview.conversations(some.bob)).containsExactly(some.conversation);
        assertThat(search.tellActivity().conversationsOf(some.alice)).isEmpty();
    }

    @Test
    void takesTheWordsOfEditsAwayToo() {
        // Given
        archive(List.of(some.message(1, 1, null, "{\"kind\":\"text\",\"text\":\"harmless\"}")), List.of());
        archive(List.of(some.change(2, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"a secret\"}")), List.of());
        archive(List.of(some.change(3, 1, Action.REACT, "{\"kind\":\"reaction\",\"emoji\":\"x\"}")), List.of());

        // When
        erase();

        // Then
        assertThat(read(some.conversation, 2).content()).isEqualTo(ErasedContent.NOTHING);
        assertThat(changes.changes(some.conversation, 1, 1))
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.content()).isEqualTo(ErasedContent.NOTHING));
        assertThat(search.tokens()).isEmpty();
    }

    @Test
    void erasesInGroupsWhatWasSaidWhileOneWasAMember() {
        // Given
        UserId carol = new UserId("01jd3zk8x0000000000000000c");
        archive(
                List.of(some.in(TEAM, some.message(1)), some.in(TEAM, some.message(2))),
                List.of(SomeMembers.created(TEAM, some.bob, carol), SomeMembers.added(TEAM, 2, some.alice)));
        archive(
                List.of(some.in(TEAM, some.message(3)), some.from(carol, some.in(TEAM, some.message(4)))),
                List.of(SomeMembers.removed(TEAM, 5, some.alice)));
        archive(List.of(some.in(TEAM, some.message(6))), List.of());

        // When
        Erasure proof = erase();

        // Then
        assertThat(proof.entries()).isEqualTo(2);
        assertThat(read(TEAM, 3).content()).isEqualTo(ErasedContent.NOTHING);
        assertThat(read(TEAM, 4).content()).isNotEqualTo(ErasedContent.NOTHING);
        assertThat(read(TEAM, 6).content()).isNotEqualTo(ErasedContent.NOTHING);
    }

    @Test
    void whoComesToItAgainComesToTheSameProof() {
        // Given
        archive(some.messages(1, 20), List.of());
        eraseAccounts.announce(some.alice, ERASED_AT);
        Erasure first = eraseAccounts.erase(some.alice, ERASED_AT);

        // When
        Erasure second = eraseAccounts.erase(some.alice, ERASED_AT);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(first.sha256()).hasSize(64);
        assertThat(eraseAccounts.wasDone(some.alice)).isFalse();
        eraseAccounts.finish(second);
        assertThat(eraseAccounts.wasDone(some.alice)).isTrue();
        assertThat(eraseAccounts.wasDone(some.bob)).isFalse();
    }

    @Test
    void aReplayBringsNothingBack() {
        // Given
        List<ArchivedMessage> entries = List.of(
                some.message(1, 1, null, "{\"kind\":\"text\",\"text\":\"a secret\"}"),
                some.from(some.bob, some.message(2)));
        archive(entries, List.of());
        erase();
        now = now.plus(Duration.ofDays(20));

        // When
        archive(entries, List.of());
        archive(some.messages(3, 3), List.of());

        // Then
        assertThat(read(some.conversation, 1).content()).isEqualTo(ErasedContent.NOTHING);
        assertThat(read(some.conversation, 2)).isEqualTo(entries.get(1));
        assertThat(read(some.conversation, 3).content()).isEqualTo(ErasedContent.NOTHING);
        assertThat(search.count(some.bob, "secret")).isZero();
        assertThat(overview.conversations(some.alice)).isEmpty();
        assertThat(search.tellActivity().conversationsOf(some.alice)).isEmpty();
        assertThat(search.tellActivity().conversationsOf(some.bob)).containsExactly(some.conversation);
    }

    @Test
    void asksAboutAnAuthorOnlyOnceInAWhile() {
        // When
        archive(some.messages(1, 100), List.of());
        archive(some.messages(101, 200), List.of());
        now = now.plusSeconds(9);
        archive(some.messages(201, 300), List.of());

        // Then: alice and bob
        assertThat(erasures.questions).isEqualTo(2);

        // When
        erasures.begin(some.alice, ERASED_AT);
        now = now.plusSeconds(1);
        archive(some.messages(301, 301), List.of());

        // Then
        assertThat(read(some.conversation, 301).content()).isEqualTo(ErasedContent.NOTHING);
    }

    @Test
    void whoWasTooSlowToKnowOfAnErasureLooksAgain() {
        // When
        withoutErased.keep(some.messages(1, 1), Set.of(), (kept, erased) -> {
            store.write(kept);
            search.indexMessages().index(kept, erased);
            erasures.begin(some.alice, ERASED_AT);
            now = now.plusSeconds(11);
        });

        // Then
        assertThat(read(some.conversation, 1).content()).isEqualTo(ErasedContent.NOTHING);
        assertThat(search.tokens()).isEmpty();
    }

    @Test
    void whatATokenThatOutlivedItsAccountHasWrittenGoesToo() {
        // Given
        archive(some.messages(1, 3), List.of());
        assertThat(knowErased.isGone(some.alice)).isFalse();
        eraseAccounts.announce(some.alice, ERASED_AT);

        // When: an instance that cannot know yet lets it pass
        now = now.plusSeconds(9);
        assertThat(knowErased.isGone(some.alice)).isFalse();
        personal.star(some.alice, new MessageKey(some.conversation, 2), true, now);
        personal.hide(some.alice, new MessageKey(some.conversation, 3), now);

        // Then
        now = now.plusSeconds(2);
        assertThat(knowErased.isGone(some.alice)).isTrue();

        // When
        eraseAccounts.finish(eraseAccounts.erase(some.alice, ERASED_AT));

        // Then
        assertThat(personal.starred(some.alice, some.conversation, 1, 3)).isEmpty();
        assertThat(personal.hidden(some.alice, some.conversation, 1, 3)).isEmpty();
    }

    @Test
    void whatIsHeldWaitsForTheEndOfTheHold() {
        // Given
        archive(some.messages(1, 3), List.of());
        lifetimes.held = true;

        // When
        Erasure proof = erase();
        archive(some.messages(4, 4), List.of());

        // Then
        assertThat(proof.entries()).isZero();
        assertThat(read(some.conversation, 1)).isEqualTo(some.message(1));
        assertThat(read(some.conversation, 4)).isEqualTo(some.message(4));

        // When
        lifetimes.held = false;
        withoutErased.eraseWhatIsDue(some.messages(1, 4));

        // Then
        assertThat(read(some.conversation, 1).content()).isEqualTo(ErasedContent.NOTHING);
        assertThat(read(some.conversation, 4).content()).isEqualTo(ErasedContent.NOTHING);
    }

    private Erasure erase() {
        eraseAccounts.announce(some.alice, ERASED_AT);
        now = now.plus(eraseAccounts.settle());
        Erasure proof = eraseAccounts.erase(some.alice, ERASED_AT);
        eraseAccounts.finish(proof);
        return proof;
    }

    private void archive(List<ArchivedMessage> entries, List<GroupEvent> events) {
        groups.write(events);
        withoutErased.keep(entries, Set.of(some.alice, some.bob), (kept, erased) -> {
            overview.write(ListNewcomers.of(entries, events).stream()
                    .filter(newcomer -> !erased.contains(newcomer.user()))
                    .toList());
            store.write(kept);
            search.indexMessages().index(kept, erased);
            changes.write(kept);
        });
    }

    private ArchivedMessage read(ConversationId conversation, long seq) {
        MessageKey key = new MessageKey(conversation, seq);
        return Objects.requireNonNull(store.readAll(List.of(key)).get(key));
    }
}
