package chat.natter.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.frame.Content;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WordingTest {
    private static final int FRAME = "{\"kind\":\"text\",\"text\":\"\"}".length();

    @Test
    void makesTextsOfTheAskedSizeThatDiffer() {
        // Given
        Random random = new Random(1);
        Set<String> texts = new HashSet<>();

        // When
        for (int i = 0; i < 100; i++) {
            Content content = Wording.text(random, 100);
            assertThat(content.utf8()).hasSize(100 + FRAME);
            texts.add(new String(content.utf8(), StandardCharsets.UTF_8));
        }

        // Then
        assertThat(texts).hasSize(100);
    }

    @Test
    void usesFewWordsOftenAndManySeldom() {
        // Given
        String text = new String(Wording.text(new Random(1), 100_000).utf8(), StandardCharsets.UTF_8);

        // When
        String[] words = text.split(" ");
        long the = Arrays.stream(words).filter("the"::equals).count();

        // Then
        assertThat(the).isBetween(words.length / 20L, words.length / 4L);
        assertThat(new HashSet<>(List.of(words))).hasSizeGreaterThan(1_000);
    }
}
