package chat.natter.history.search;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import chat.natter.history.group.GroupEvent;
import chat.natter.history.group.SomeMembers;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.SomeMessages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindMessagesTest {
    private static final Instant START = SomeMessages.NOW;
    private static final Random RANDOM = new Random(11);

    private static final ConversationId TEAM = ConversationId.groupOf(new MessageId(new UUID(1, 1)));

    private final InMemoryMessages store = new InMemoryMessages();
    private final InMemoryIndex index = new InMemoryIndex(20);
    private final SomeSearch search = search(256);
    private final UserId alice = user();
    private final UserId bob = user();
    private final UserId carol = user();
    private final ConversationId withBob = ConversationId.direct(alice, bob);
    private final ConversationId withCarol = ConversationId.direct(alice, carol);
    private final DeviceId device = new DeviceId(Ulid.next(START, RANDOM));

    @Test
    void findsWordsInAnyFormAndMarksThem() {
        // Given
        say(withBob, 1, alice, "Shall we have lunch? The meetings are over.");
        say(withBob, 2, bob, "No meeting today");
        say(withBob, 3, bob, "Something else");

        // When
        SearchPage page = find("meeting");

        // Then
        assertThat(seqs(page)).containsExactly(2L, 1L);
        Snippet snippet = snippet(page.hits().get(1));
        assertThat(highlighted(snippet)).containsExactly("meetings");
        assertThat(page.next()).isEmpty();
        assertThat(seqs(find("\"meeting\""))).containsExactly(2L);
        assertThat(seqs(find("meetings lunch"))).containsExactly(1L);
    }

    @Test
    void findsPhrasesAndBeginnings() {
        // Given
        say(withBob, 1, alice, "see you tomorrow");
        say(withBob, 2, alice, "tomorrow you see");
        say(withBob, 3, alice, "See  you, tomorrow!");

        // Then
        assertThat(seqs(find("\"see you tomorrow\""))).containsExactly(3L, 1L);
        assertThat(seqs(find("tomor*"))).containsExactly(3L, 2L, 1L);
        assertThat(seqs(find("\"you see\""))).containsExactly(2L);
        assertThat(seqs(find("\"you you\""))).isEmpty();
    }

    @Test
    void findsOtherScripts() {
        // Given
        say(withBob, 1, alice, "明日東京都で会いましょう");
        say(withBob, 2, alice, "京都に行きたい");
        say(withBob, 3, alice, "Das CAFÉ schließt");

        // Then
        assertThat(seqs(find("東京"))).containsExactly(1L);
        assertThat(seqs(find("京都"))).containsExactly(2L, 1L);
        assertThat(seqs(find("都"))).containsExactly(2L, 1L);
        assertThat(seqs(find("cafe schliesst"))).containsExactly(3L);
        assertThat(highlighted(snippet(find("東京都").hits().get(0)))).containsExactly("東京都");
    }

    @Test
    void filtersByAuthorConversationTimeAndMedia() {
        // Given
        say(withBob, 1, alice, "lunch");
        say(withBob, 2, bob, "lunch");
        say(withCarol, 1, carol, "lunch");
        put(withBob, 3, bob, "{\"kind\":\"image\",\"media\":\"x\",\"caption\":\"lunch\"}", null);

        // Then
        assertThat(seqs(find("lunch from:me"))).containsExactly(1L);
        assertThat(seqs(find("lunch from:" + bob))).containsExactly(3L, 2L);
        assertThat(find("lunch in:" + withCarol).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.message().conversation()).isEqualTo(withCarol));
        assertThat(seqs(find("has:media"))).containsExactly(3L);
        assertThat(seqs(find(
                        "lunch in:" + withBob + " after:" + START.plusSeconds(2) + " before:" + START.plusSeconds(3))))
                .containsExactly(2L);
    }

    @Test
    void showsOnlyWhatTheUserMaySee() {
        // Given
        say(withBob, 1, alice, "secret");
        say(withCarol, 1, alice, "secret");

        // Then
        assertThat(seqs(search.find(bob, "secret", 10, Optional.empty()))).containsExactly(1L);
        assertThat(search.find(bob, "secret in:" + withCarol, 10, Optional.empty())
                        .hits())
                .isEmpty();
        assertThat(search.find(user(), "secret", 10, Optional.empty()).hits()).isEmpty();
    }

    @Test
    void findsInGroupsWhatWasSaidWhileOneWasAMember() {
        // Given
        changes(SomeMembers.created(TEAM, alice, bob));
        say(TEAM, 2, alice, "secret");
        changes(SomeMembers.added(TEAM, 3, carol));
        say(TEAM, 4, bob, "secret");
        changes(SomeMembers.removed(TEAM, 5, bob));
        say(TEAM, 6, carol, "secret");

        // Then
        assertThat(seqs(find("secret"))).containsExactly(6L, 4L, 2L);
        assertThat(seqs(search.find(bob, "secret", 10, Optional.empty()))).containsExactly(4L, 2L);
        assertThat(seqs(search.find(carol, "secret in:" + TEAM, 10, Optional.empty())))
                .containsExactly(6L, 4L);
        assertThat(search.find(user(), "secret in:" + TEAM, 10, Optional.empty())
                        .hits())
                .isEmpty();
    }

    @Test
    void aCursorTellsNothingOfWhatOneMayNotRead() {
        // Given
        changes(SomeMembers.created(TEAM, alice));
        for (long seq = 2; seq < 40; seq++) {
            say(TEAM, seq, alice, "secret");
        }
        changes(SomeMembers.added(TEAM, 40, bob));
        say(TEAM, 41, alice, "secret");

        // When
        SearchPage page = search.find(bob, "secret", 1, Optional.empty());

        // Then
        assertThat(seqs(page)).containsExactly(41L);
        SearchPage next = search.find(bob, "secret", 1, page.next());
        assertThat(next.hits()).isEmpty();
        assertThat(next.next()).isEmpty();
    }

    @Test
    void whoComesToAGroupFindsAtOnceWhatIsSaidThere() {
        // Given
        changes(SomeMembers.created(TEAM, alice));
        say(TEAM, 2, alice, "hello");
        changes(SomeMembers.added(TEAM, 3, bob));

        // When
        say(TEAM, 4, alice, "welcome");

        // Then
        assertThat(seqs(search.find(bob, "welcome", 10, Optional.empty()))).containsExactly(4L);
    }

    @Test
    void doesNotFindWhatHasExpiredOrIsEncrypted() {
        // Given
        put(
                withBob,
                1,
                alice,
                "{\"kind\":\"text\",\"text\":\"word\"}",
                Instant.now().plusSeconds(3_600));
        put(withBob, 2, alice, "{\"kind\":\"encrypted\",\"text\":\"word\"}", null);
        put(withBob, 3, alice, "{\"kind\":\"text\",\"text\":{\"not\":\"word\"}}", null);
        say(withBob, 4, alice, "word");

        // Then
        assertThat(seqs(search(Clock.fixed(Instant.now().plusSeconds(7_200), ZoneOffset.UTC), 256)
                        .find(alice, "word", 10, Optional.empty())))
                .containsExactly(4L);
    }

    @Test
    void findsAMessageByItsLastEditOnly() {
        // Given
        say(withBob, 1, alice, "the meting is at noon");
        does(withBob, 2, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"the meeting is at nine\"}");
        does(withBob, 3, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"the meeting is at ten\"}");

        // Then
        assertThat(find("noon").hits()).isEmpty();
        assertThat(find("nine").hits()).isEmpty();
        assertThat(seqs(find("ten"))).containsExactly(1L);
        assertThat(snippet(find("meeting").hits().get(0)).text()).isEqualTo("the meeting is at ten");
    }

    @Test
    void neitherFindsNorKeepsWordsOfWhatWasTakenBack() {
        // Given
        say(withBob, 1, alice, "secret");
        does(withBob, 2, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"mystery\"}");
        say(withBob, 3, alice, "word");

        // When
        does(withBob, 4, 1, Action.RETRACT, "{\"kind\":\"retract\"}");

        // Then
        assertThat(find("secret").hits()).isEmpty();
        assertThat(find("mystery").hits()).isEmpty();
        assertThat(seqs(find("word"))).containsExactly(3L);
        assertThat(index.tokens()).contains("word").doesNotContain("secret", "mystery");
    }

    @Test
    void anEditToEncryptedContentTakesAMessageOutOfWhatIsFound() {
        // Given
        say(withBob, 1, alice, "noon");

        // When
        does(withBob, 2, 1, Action.EDIT, "{\"kind\":\"encrypted\",\"text\":\"midnight\"}");

        // Then
        assertThat(find("noon").hits()).isEmpty();
        assertThat(find("midnight").hits()).isEmpty();
        assertThat(index.tokens()).doesNotContain("midnight");
    }

    @Test
    void onlyMessagesAreFoundAndNotWhatIsDoneToThem() {
        // Given
        say(withBob, 1, alice, "lunch");

        // When
        does(withBob, 2, 1, Action.REACT, "{\"kind\":\"text\",\"text\":\"yummy\"}");

        // Then
        assertThat(seqs(find("lunch"))).containsExactly(1L);
        assertThat(find("yummy").hits()).isEmpty();
        assertThat(index.tokens()).doesNotContain("yummy");
    }

    @Test
    void aLeftOverPostingIsNoHit() {
        // Given
        say(withBob, 1, alice, "before the edit");
        store.write(List.of(message(withBob, 1, alice, "{\"kind\":\"text\",\"text\":\"after it\"}", null)));

        // Then
        assertThat(find("before").hits()).isEmpty();
    }

    @Test
    void pagesThroughAllConversationsNewestFirstWithoutGapOrRepeat() {
        // Given
        List<Instant> times = new ArrayList<>();
        List<UserId> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            people.add(user());
        }
        for (long seq = 1; seq <= 12; seq++) {
            for (UserId person : people) {
                Instant at = START.plusMillis(seq * 1_000 + RANDOM.nextInt(900));
                sayAt(ConversationId.direct(alice, person), seq, at, seq % 3 == 0 ? "lunch and dinner" : "lunch");
                times.add(at);
            }
        }

        // Then
        assertThat(everything("lunch", 7)).hasSize(360).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(everything("lunch dinner", 50)).hasSize(120);
        assertThat(everything("lunch", 50)).containsExactlyInAnyOrderElementsOf(times);
    }

    @Test
    void walksThroughTheBucketsOfALargeConversation() {
        // Given
        for (long seq = 1; seq <= 20_000; seq += 100) {
            sayAt(withBob, seq, START.plusSeconds(seq), seq % 1_000 == 1 ? "needle in hay" : "hay");
        }

        // Then
        assertThat(everything("needle", 3)).hasSize(20);
        assertThat(everything("needle hay", 50)).hasSize(20);
        assertThat(everything("hay", 50)).hasSize(200);
        assertThat(everything("needle before:" + START.plusSeconds(9_001), 5)).hasSize(9);
        assertThat(everything("needle after:" + START.plusSeconds(9_001), 5)).hasSize(11);
    }

    @Test
    void pagesOfAnySizeThroughLargeConversationsAreTheSameList() {
        // Given: some buckets have no start, and the conversations are interleaved
        for (long seq = 1; seq <= 300_000; seq += 1_700) {
            String text = seq % 3 == 0 ? "hay" : "needle";
            sayAt(withBob, seq, START.plusSeconds(seq), text);
            sayAt(withCarol, seq, START.plusSeconds(seq + 700), text);
        }

        // Then
        List<Instant> all = everything("needle", 50);
        assertThat(all).hasSize(236).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(everything("needle", 3)).isEqualTo(all);
        assertThat(everything("needle after:" + START.plusSeconds(100_000), 7))
                .isEqualTo(all.stream()
                        .filter(at -> !at.isBefore(START.plusSeconds(100_000)))
                        .toList());
    }

    @Test
    void aFrequentWordIsFoundInTheFirstPartitions() {
        // Given
        for (int i = 0; i < 100; i++) {
            ConversationId conversation = ConversationId.direct(alice, user());
            for (long seq = 1; seq <= 10; seq++) {
                sayAt(conversation, seq, START.plusSeconds(i * 86_400L + seq), "lunch");
            }
        }

        // When
        SearchPage page = find("lunch");

        // Then
        assertThat(page.hits()).hasSize(10);
        assertThat(index.lookups()).isLessThanOrEqualTo(8);
    }

    @Test
    void stopsAfterSoManyPartitionsAndGoesOnWithTheCursor() {
        // Given
        for (int i = 0; i < 100; i++) {
            sayAt(ConversationId.direct(alice, user()), 1, START.plusSeconds(i * 86_400L), i == 3 ? "needle" : "hay");
        }
        SomeSearch bounded = search(24);

        // When
        SearchPage first = bounded.find(alice, "needle", 10, Optional.empty());
        int pages = 1;
        SearchPage page = first;
        while (page.hits().isEmpty()) {
            assertThat(page.next()).isPresent();
            page = bounded.find(alice, "needle", 10, page.next());
            pages++;
        }

        // Then
        assertThat(first.hits()).isEmpty();
        assertThat(first.next()).isPresent();
        assertThat(seqs(page)).containsExactly(1L);
        assertThat(pages).isBetween(2, 8);
    }

    private List<Instant> everything(String query, int limit) {
        List<Instant> all = new ArrayList<>();
        Optional<SearchCursor> cursor = Optional.empty();
        do {
            SearchPage page = search.find(alice, query, limit, cursor);
            page.hits().forEach(hit -> all.add(hit.message().at()));
            cursor = page.next().map(next -> SearchCursor.parse(next.text()));
        } while (cursor.isPresent());
        return all;
    }

    private SearchPage find(String query) {
        return search.find(alice, query, 10, Optional.empty());
    }

    private SomeSearch search(int maxPartitions) {
        return search(Clock.systemUTC(), maxPartitions);
    }

    private SomeSearch search(Clock clock, int maxPartitions) {
        return new SomeSearch(index, index, store, clock, maxPartitions);
    }

    private void say(ConversationId conversation, long seq, UserId from, String text) {
        put(conversation, seq, from, "{\"kind\":\"text\",\"text\":\"" + text + "\"}", null);
    }

    private void changes(GroupEvent event) {
        search.groups.write(List.of(event));
        ArchivedMessage entry = message(event.conversation(), event.seq(), alice, "{\"kind\":\"group.x\"}", null);
        put(new ArchivedMessage(
                event.conversation(),
                event.seq(),
                1,
                alice,
                device,
                entry.id(),
                entry.at(),
                entry.content(),
                0,
                null,
                Action.GROUP,
                0));
    }

    private void sayAt(ConversationId conversation, long seq, Instant at, String text) {
        put(new ArchivedMessage(
                conversation,
                seq,
                1,
                alice,
                device,
                new MessageId(new UUID(1, seq)),
                at,
                Content.ofJson("{\"kind\":\"text\",\"text\":\"" + text + "\"}"),
                0,
                null));
    }

    private void put(ConversationId conversation, long seq, UserId from, String json, @Nullable Instant expiresAt) {
        put(message(conversation, seq, from, json, expiresAt));
    }

    private void does(ConversationId conversation, long seq, long target, Action action, String json) {
        ArchivedMessage message = message(conversation, seq, alice, json, null);
        put(new ArchivedMessage(
                conversation,
                seq,
                message.epoch(),
                message.from(),
                message.device(),
                message.id(),
                message.at(),
                message.content(),
                0,
                null,
                action,
                target));
    }

    private void put(ArchivedMessage message) {
        store.write(List.of(message));
        search.index(List.of(message));
    }

    private ArchivedMessage message(
            ConversationId conversation, long seq, UserId from, String json, @Nullable Instant expiresAt) {
        return new ArchivedMessage(
                conversation,
                seq,
                1,
                from,
                device,
                new MessageId(new UUID(1, seq)),
                START.plusSeconds(seq),
                Content.ofJson(json),
                0,
                expiresAt);
    }

    private static List<Long> seqs(SearchPage page) {
        return page.hits().stream().map(hit -> hit.message().seq()).toList();
    }

    private static Snippet snippet(SearchPage.Hit hit) {
        return Snippet.of(hit.match().text(), hit.match().ranges());
    }

    private static List<String> highlighted(Snippet snippet) {
        return snippet.highlights().stream()
                .map(range -> snippet.text().substring(range.start(), range.end()))
                .toList();
    }

    private static UserId user() {
        return new UserId(Ulid.next(START, RANDOM));
    }
}
