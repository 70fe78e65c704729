package chat.natter.history.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.Problem;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadQueryTest {
    private final SomeMessages some = new SomeMessages();
    private final ReadQuery readQuery = new ReadQuery(SomeSearch.TEXT);

    @Test
    void readsWordsPhrasesAndBeginnings() {
        List<Term> terms = read("Meetings \"See you  Tomorrow\" sched*").terms();

        assertThat(terms).hasSize(3);
        assertThat(((Term.AnyForm) terms.get(0)).tokens()).contains("meetings", "~meet", "meet");
        assertThat(terms.get(1)).isEqualTo(new Term.Phrase(List.of("see", "you", "tomorrow")));
        assertThat(terms.get(2)).isEqualTo(new Term.Prefix("sched"));
    }

    @Test
    void aQuotedWordIsMeantExactly() {
        assertThat(read("\"Meetings\"").terms()).containsExactly(new Term.AnyForm("meetings", Set.of("meetings")));
    }

    @Test
    void whatIsWrittenWithoutSpacesBelongsTogether() {
        assertThat(read("東京都").terms()).containsExactly(new Term.Phrase(List.of("東京", "京都")));
        assertThat(read("foo-bar").terms()).containsExactly(new Term.Phrase(List.of("foo", "bar")));
        assertThat(read("東").terms())
                .singleElement()
                .satisfies(term -> assertThat(((Term.AnyForm) term).word()).isEqualTo("東"));
    }

    @Test
    void readsFilters() {
        SearchQuery query = read("FROM:me from:" + some.bob + " in:" + some.conversation
                + " after:2026-03-01 before:2026-03-02T12:00:00+01:00 has:media");

        assertThat(query.terms())
                .containsExactly(
                        new Term.Mark(SearchToken.from(some.alice)),
                        new Term.Mark(SearchToken.from(some.bob)),
                        new Term.Mark(SearchToken.MEDIA));
        assertThat(query.in()).contains(some.conversation);
        assertThat(query.notBefore()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(query.before()).contains(Instant.parse("2026-03-02T11:00:00Z"));
    }

    @Test
    void everythingElseIsWords() {
        assertThat(read("note: x' OR '1'='1'; DROP TABLE messages; --").terms())
                .allMatch(term -> term instanceof Term.AnyForm || term instanceof Term.Phrase);
        assertThat(read("\"unclosed phrase").terms()).containsExactly(new Term.Phrase(List.of("unclosed", "phrase")));
        assertThat(read("\u0001media ~stem").terms())
                .extracting(term -> ((Term.AnyForm) term).word())
                .containsExactly("media", "stem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "?!",
                "\"\"",
                "*",
                "a*",
                "from:alice",
                "in:everything",
                "before:yesterday",
                "after:2026-02-30",
                "has:humour",
                "in:g-01k5v7m3q4r8s9t0v1w2x3y4z5",
                "a b c d e f g h i j k l m"
            })
    void refusesWhatCannotBeLookedFor(String query) {
        assertThatThrownBy(() -> read(query))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.BAD_REQUEST));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> read("x".repeat(257))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> readQuery.read(null, some.alice)).isInstanceOf(Refusal.class);
    }

    private SearchQuery read(String query) {
        return readQuery.read(query, some.alice);
    }
}
