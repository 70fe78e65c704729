package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type: words, {@code "a phrase"}, {@code begin*}, {@code from:}, {@code in:}, {@code before:},
 * {@code after:} and {@code has:media}. Everything else is words: there is no character that could make a query mean
 * something else to the database, since words reach it as bound values only.
 */
@Singleton
final class ReadQuery {
    static final int MAX_LENGTH = 256;
    static final int MAX_TERMS = 12;
    private static final int SHORTEST_PREFIX = 2;
    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"?|(\\S+)");
    private static final Pattern FILTER =
            Pattern.compile("(from|in|before|after|has):(\\S+)", Pattern.CASE_INSENSITIVE);

    private final AnalyseText analyseText;

    ReadQuery(SearchText searchText) {
        this.analyseText = searchText.analyseText();
    }

    /** @param asker whom {@code from:me} means */
    SearchQuery read(@Nullable String text, UserId asker) {
        if (text == null || text.isBlank()) {
            throw refused("q is missing");
        }
        if (text.length() > MAX_LENGTH) {
            throw refused("q may have at most " + MAX_LENGTH + " characters");
        }
        Parts parts = new Parts(asker);
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            String phrase = matcher.group(1);
            if (phrase != null) {
                parts.phrase(phrase);
            } else {
                parts.unquoted(matcher.group(2));
            }
        }
        return parts.query();
    }

    private final class Parts {
        private final UserId asker;
        private final Set<Term> terms = new LinkedHashSet<>();
        private @Nullable ConversationId in;
        private @Nullable Instant notBefore;
        private @Nullable Instant before;

        Parts(UserId asker) {
            this.asker = asker;
        }

        void unquoted(String part) {
            Matcher filter = FILTER.matcher(part);
            if (filter.matches()) {
                filter(filter.group(1).toLowerCase(Locale.ROOT), filter.group(2));
            } else if (part.endsWith("*")) {
                prefix(part.substring(0, part.length() - 1));
            } else {
                word(part);
            }
        }

        private void filter(String name, String value) {
            switch (name) {
                case "from" -> terms.add(new Term.Mark(SearchToken.from(user(value))));
                case "in" -> in = conversation(value);
                case "before" -> before = time(name, value);
                case "after" -> notBefore = time(name, value);
                case "has" -> has(value);
                default -> throw new IllegalStateException(name);
            }
        }

        private void has(String value) {
            if (!value.equalsIgnoreCase("media")) {
                throw refused("has: takes media");
            }
            terms.add(new Term.Mark(SearchToken.MEDIA));
        }

        private UserId user(String value) {
            try {
                return value.equalsIgnoreCase("me") ? asker : new UserId(value);
            } catch (InvalidId e) {
                throw refused("from: takes a user id, or me");
            }
        }

        void phrase(String part) {
            List<String> words = exact(part);
            if (words.size() == 1) {
                terms.add(new Term.AnyForm(words.get(0), Set.of(words.get(0))));
            } else if (!words.isEmpty()) {
                terms.add(new Term.Phrase(words));
            }
        }

        private void prefix(String part) {
            List<String> words = exact(part);
            if (words.size() != 1) {
                // Nothing, or characters that are words by themselves: there is no beginning to look for.
                word(part);
            } else if (words.get(0).length() < SHORTEST_PREFIX) {
                throw refused("a beginning* needs at least " + SHORTEST_PREFIX + " letters");
            } else {
                terms.add(new Term.Prefix(words.get(0)));
            }
        }

        private void word(String part) {
            List<String> words = exact(part);
            if (words.size() == 1) {
                terms.add(new Term.AnyForm(words.get(0), forms(part, words.get(0))));
            } else if (!words.isEmpty()) {
                terms.add(new Term.Phrase(words));
            }
        }

        SearchQuery query() {
            if (terms.isEmpty()) {
                throw refused("q has no word to look for");
            }
            if (terms.size() > MAX_TERMS) {
                throw refused("q may have at most " + MAX_TERMS + " terms");
            }
            return new SearchQuery(
                    new ArrayList<>(terms),
                    Optional.ofNullable(in),
                    Optional.ofNullable(notBefore),
                    Optional.ofNullable(before));
        }
    }

    /** The words as they stand; of Chinese, Japanese and Korean text the pairs, and a character only if it is alone. */
    private List<String> exact(String part) {
        List<Word> words = analyseText.words(part, Language.ENGLISH);
        List<String> exact = new ArrayList<>();
        for (Word word : words) {
            boolean coveredByAPair = words.stream()
                    .anyMatch(other -> other.start() <= word.start()
                            && other.end() >= word.end()
                            && other.end() - other.start() > word.end() - word.start());
            if (!coveredByAPair) {
                exact.add(word.term());
            }
        }
        return exact;
    }

    private Set<String> forms(String part, String word) {
        Set<String> tokens = new LinkedHashSet<>();
        tokens.add(word);
        for (Language language : Language.values()) {
            for (Word found : analyseText.words(part, language)) {
                if (found.term().equals(word)) {
                    // A text that has the bare stem has it as a word.
                    tokens.add(found.stem());
                    tokens.add(SearchToken.stem(found.stem()));
                }
            }
        }
        return tokens;
    }

    private static ConversationId conversation(String value) {
        try {
            return new ConversationId(value);
        } catch (InvalidId e) {
            throw refused("in: takes a conversation id");
        }
    }

    private static Instant time(String name, String value) {
        try {
            return value.indexOf('T') > 0
                    ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value, Instant::from)
                    : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw refused(name + ": takes a date such as 2026-03-01, or a time such as 2026-03-01T12:00:00Z");
        }
    }

    private static Refusal refused(String detail) {
        return new Refusal(Problem.BAD_REQUEST, detail);
    }
}
