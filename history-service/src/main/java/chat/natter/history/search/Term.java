package chat.natter.history.search;

import java.util.List;
import java.util.Set;

/** One thing that a message must have to be a hit. */
sealed interface Term {
    /**
     * A word in any of its forms. Since the language of a text is known and that of a single word is not, the stems are
     * those of all languages.
     *
     * @param tokens what the index may have it under
     */
    record AnyForm(String word, Set<String> tokens) implements Term {
        public AnyForm {
            tokens = Set.copyOf(tokens);
        }
    }

    /** A word that begins so. */
    record Prefix(String start) implements Term {}

    /**
     * Words that follow each other, exactly so.
     *
     * @param words two or more
     */
    record Phrase(List<String> words) implements Term {
        public Phrase {
            words = List.copyOf(words);
        }
    }

    /** Something that is no word: its author, its media. */
    record Mark(String token) implements Term {}
}
