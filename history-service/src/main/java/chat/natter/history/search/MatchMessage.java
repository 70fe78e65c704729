package chat.natter.history.search;

import chat.natter.history.message.ArchivedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides whether a message, as it reads now, is what was looked for, and where. */
final class MatchMessage {
    private final SearchText searchText;

    MatchMessage(SearchText searchText) {
        this.searchText = searchText;
    }

    /** Empty if it does not match. */
    Optional<Match> match(SearchQuery query, ArchivedMessage message) {
        ReadText.Searchable searchable = ReadText.of(message.content());
        List<Word> words = searchText.words(searchable.text());
        TreeSet<Range> ranges = new TreeSet<>();
        for (Term term : query.terms()) {
            if (term instanceof Term.Mark mark) {
                if (!has(mark, message, searchable)) {
                    return Optional.empty();
                }
            } else {
                List<Range> found = find(term, words);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                ranges.addAll(found);
            }
        }
        return Optional.of(new Match(searchable.text(), new ArrayList<>(ranges)));
    }

    private static boolean has(Term.Mark mark, ArchivedMessage message, ReadText.Searchable searchable) {
        return mark.token().equals(SearchToken.MEDIA)
                ? searchable.media()
                : mark.token().equals(SearchToken.from(message.from()));
    }

    private static List<Range> find(Term term, List<Word> words) {
        if (term instanceof Term.AnyForm form) {
            return words.stream()
                    .filter(word -> form.tokens().contains(word.term())
                            || form.tokens().contains(SearchToken.stem(word.stem())))
                    .map(Range::of)
                    .toList();
        }
        if (term instanceof Term.Prefix prefix) {
            return words.stream()
                    .filter(word -> word.term().startsWith(prefix.start()))
                    .map(Range::of)
                    .toList();
        }
        return phrase(((Term.Phrase) term).words(), words);
    }

    private static List<Range> phrase(List<String> phrase, List<Word> words) {
        Map<Integer, List<Word>> byPosition = words.stream().collect(Collectors.groupingBy(Word::position));
        List<Range> found = new ArrayList<>();
        for (Word first : words) {
            at(first, phrase, byPosition).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Range> at(Word first, List<String> phrase, Map<Integer, List<Word>> byPosition) {
        if (!first.term().equals(phrase.get(0))) {
            return Optional.empty();
        }
        Word last = first;
        for (int i = 1; i < phrase.size(); i++) {
            String wanted = phrase.get(i);
            Optional<Word> next = byPosition.getOrDefault(first.position() + i, List.of()).stream()
                    .filter(word -> word.term().equals(wanted))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            last = next.get();
        }
        return Optional.of(new Range(first.start(), last.end()));
    }

    /**
     * Where a message matches.
     *
     * @param ranges in ascending order; none if only filters were asked for
     */
    record Match(String text, List<Range> ranges) {
        Match {
            ranges = List.copyOf(ranges);
        }
    }
}
