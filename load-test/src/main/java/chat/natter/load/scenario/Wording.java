package chat.natter.load.scenario;

import chat.natter.contract.frame.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Texts as people write them, as far as an index is concerned: few words make up most of them (Zipf's law), and a tail
 * of names and rare words never ends. A run of one letter would be one word, and cost the archive a fraction.
 */
public final class Wording {
    private static final List<String> COMMON = common();
    private static final String[] SYLLABLES = {
        "ba", "den", "fo", "gri", "hal", "ki", "lon", "mar", "nes", "po", "rin", "sta", "tu", "vel", "wa", "zo"
    };
    private static final double RARE = 0.12;

    private Wording() {}

    /** Content with a text of exactly so many bytes. */
    public static Content text(RandomGenerator random, int bytes) {
        StringBuilder text = new StringBuilder(bytes + 16);
        while (text.length() < bytes) {
            text.append(word(random)).append(' ');
        }
        text.setLength(bytes);
        return Content.ofJson("{\"kind\":\"text\",\"text\":\"" + text + "\"}");
    }

    private static String word(RandomGenerator random) {
        if (random.nextDouble() < RARE) {
            return syllable(random) + syllable(random) + syllable(random);
        }
        // The n-th most common word is about 1/n as frequent as the first: a rank drawn evenly on a logarithmic scale.
        int rank = (int) Math.pow(COMMON.size(), random.nextDouble());
        return COMMON.get(Math.min(rank, COMMON.size()) - 1);
    }

    private static String syllable(RandomGenerator random) {
        return SYLLABLES[random.nextInt(SYLLABLES.length)];
    }

    private static List<String> common() {
        try (InputStream words = Wording.class.getResourceAsStream("words.txt")) {
            if (words == null) {
                throw new IllegalStateException("the words are missing in the jar");
            }
            return List.of(new String(words.readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
