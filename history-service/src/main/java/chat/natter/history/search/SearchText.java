package chat.natter.history.search;

import chat.natter.contract.frame.Content;
import chat.natter.history.message.ArchivedMessage;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of a message and the tokens that the index has for it. */
@Singleton
final class SearchText {
    /** What bounds a partition of the index; see {@code V005__search.cql}. */
    static final int MAX_TOKENS = 400;

    private final AnalyseText analyseText = new AnalyseText();
    private final DetectLanguage detectLanguage;

    SearchText(SearchConfig config) {
        this.detectLanguage = new DetectLanguage(config.language());
    }

    AnalyseText analyseText() {
        return analyseText;
    }

    List<Word> words(String text) {
        return text.isEmpty() ? List.of() : analyseText.words(text, detectLanguage.of(text));
    }

    /** Empty for what cannot be searched, such as encrypted content. */
    Set<String> tokens(ArchivedMessage message) {
        ReadText.Searchable searchable = ReadText.of(message.content());
        Set<String> tokens = new LinkedHashSet<>();
        if (searchable.media()) {
            tokens.add(SearchToken.MEDIA);
        }
        for (Word word : words(searchable.text())) {
            tokens.add(word.term());
            if (!word.stem().equals(word.term())) {
                tokens.add(SearchToken.stem(word.stem()));
            }
            if (tokens.size() >= MAX_TOKENS) {
                break;
            }
        }
        if (!tokens.isEmpty()) {
            tokens.add(SearchToken.from(message.from()));
        }
        return tokens;
    }

    static String text(Content content) {
        return ReadText.of(content).text();
    }
}
