package chat.natter.history.search;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Tells in which language a text is written. The same text always gives the same answer. */
final class DetectLanguage {
    /** Shorter texts look like several languages at once. */
    private static final int SHORTEST = 20;
    /** More of the text does not change the answer, and detection costs by the character. */
    private static final int ENOUGH = 200;

    private static final double CONFIDENCE = 0.9;

    private final Language otherwise;
    private final LanguageDetector detector;

    /** @param otherwise for texts that do not tell */
    DetectLanguage(Language otherwise) {
        this.otherwise = otherwise;
        this.detector = LanguageDetectorBuilder.create(NgramExtractors.standard())
                // Fixed: by default the detector draws lots, and might judge a text differently when it is checked.
                .seed(1)
                .minimalConfidence(CONFIDENCE)
                .withProfiles(profiles())
                .build();
    }

    Language of(String text) {
        if (text.length() < SHORTEST) {
            return otherwise;
        }
        String sample = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        return detector.getProbabilities(sample).stream()
                .findFirst()
                .filter(best -> best.getProbability() >= CONFIDENCE)
                .map(best -> best.getLocale().getLanguage())
                .flatMap(Language::of)
                .orElse(otherwise);
    }

    private static List<LanguageProfile> profiles() {
        List<LdLocale> locales = Arrays.stream(Language.values())
                .map(language -> LdLocale.fromString(language.code()))
                .toList();
        try {
            return new LanguageProfileReader().readBuiltIn(locales);
        } catch (IOException e) {
            throw new UncheckedIOException("the language profiles are missing in the jar", e);
        }
    }
}
