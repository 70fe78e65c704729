package chat.natter.history.search;

import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;

/** The languages whose word forms are brought together: who looks for "meeting" finds "meetings". */
enum Language {
    GERMAN("de"),
    ENGLISH("en"),
    SPANISH("es"),
    FINNISH("fi"),
    FRENCH("fr"),
    ITALIAN("it"),
    PORTUGUESE("pt"),
    RUSSIAN("ru"),
    SWEDISH("sv");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** ISO 639-1. */
    String code() {
        return code;
    }

    TokenStream stem(TokenStream words) {
        return switch (this) {
            case GERMAN -> new GermanLightStemFilter(words);
            case ENGLISH -> new PorterStemFilter(words);
            case SPANISH -> new SpanishLightStemFilter(words);
            case FINNISH -> new FinnishLightStemFilter(words);
            case FRENCH -> new FrenchLightStemFilter(words);
            case ITALIAN -> new ItalianLightStemFilter(words);
            case PORTUGUESE -> new PortugueseLightStemFilter(words);
            case RUSSIAN -> new RussianLightStemFilter(words);
            case SWEDISH -> new SwedishLightStemFilter(words);
        };
    }

    static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
