package chat.natter.history.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts text into words by the rules of Unicode (Thai, Lao and Khmer by dictionary; Chinese, Japanese and Korean into
 * characters and pairs), folds case, width and diacritics of every script, and finds stems. The same text gives the
 * same words, when it is indexed, when it is asked for and when a hit is checked.
 */
final class AnalyseText {
    /** Longer words are no words; they are cut, so that no token gets large. */
    private static final int MAX_TERM = 64;

    private final Map<Language, Analyzer> analyzers = new EnumMap<>(Language.class);

    AnalyseText() {
        for (Language language : Language.values()) {
            analyzers.put(language, new ByLanguage(language));
        }
    }

    List<Word> words(String text, Language language) {
        Analyzer analyzer = analyzers.get(language);
        if (analyzer == null) {
            throw new IllegalStateException("no analyser for " + language);
        }
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            return read(tokens);
        } catch (IOException e) {
            // The text is in memory; nothing reads or writes.
            throw new UncheckedIOException(e);
        }
    }

    /** Each word comes twice: as it is (a keyword), and as its stem. */
    private static List<Word> read(TokenStream tokens) throws IOException {
        CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
        OffsetAttribute offsets = tokens.getAttribute(OffsetAttribute.class);
        KeywordAttribute keyword = tokens.getAttribute(KeywordAttribute.class);
        PositionIncrementAttribute increment = tokens.getAttribute(PositionIncrementAttribute.class);
        List<Word> words = new ArrayList<>();
        int position = -1;
        String word = "";
        tokens.reset();
        while (tokens.incrementToken()) {
            position += increment.getPositionIncrement();
            String value = cut(term.toString());
            if (keyword.isKeyword()) {
                word = value;
            } else if (!word.isEmpty()) {
                // Nothing is left of a sign that only prolongs the vowel before it.
                words.add(new Word(position, offsets.startOffset(), offsets.endOffset(), word, value));
            }
        }
        tokens.end();
        return words;
    }

    private static String cut(String term) {
        if (term.length() <= MAX_TERM) {
            return term;
        }
        boolean splitsAPair = Character.isHighSurrogate(term.charAt(MAX_TERM - 1));
        return term.substring(0, splitsAPair ? MAX_TERM - 1 : MAX_TERM);
    }

    private static final class ByLanguage extends Analyzer {
        private final Language language;

        ByLanguage(Language language) {
            this.language = language;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
            TokenStream tokens = new LowerCaseFilter(new CJKWidthFilter(tokenizer));
            tokens = new CJKBigramFilter(tokens, EVERY_SCRIPT, true);
            tokens = new ICUFoldingFilter(language.stem(new KeywordRepeatFilter(tokens)));
            return new TokenStreamComponents(tokenizer, tokens);
        }
    }

    private static final int EVERY_SCRIPT =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
}
