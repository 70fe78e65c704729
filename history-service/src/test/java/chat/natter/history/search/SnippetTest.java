package chat.natter.history.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void showsAShortTextAsItIs() {
        assertThat(Snippet.of("have lunch", List.of(new Range(5, 10))))
                .isEqualTo(new Snippet("have lunch", List.of(new Range(5, 10))));
    }

    @Test
    void cutsALongTextAroundTheFirstHit() {
        // Given
        String text = "word ".repeat(200) + "needle" + " more".repeat(200);
        int at = text.indexOf("needle");

        // When
        Snippet snippet = Snippet.of(text, List.of(new Range(at, at + 6)));

        // Then
        Range range = snippet.highlights().get(0);
        assertThat(snippet.text().substring(range.start(), range.end())).isEqualTo("needle");
        assertThat(snippet.text()).startsWith("…word").endsWith("…").hasSizeLessThan(165);
    }

    @Test
    void joinsWhatOverlapsAndLeavesOutWhatIsNotShown() {
        Snippet snippet =
                Snippet.of("東京都" + "x".repeat(300), List.of(new Range(0, 2), new Range(1, 3), new Range(200, 205)));

        assertThat(snippet.highlights()).containsExactly(new Range(0, 3));
    }

    @Test
    void neverCutsACharacterInTwo() {
        String text = "😀".repeat(300);

        for (int start = 0; start < 600; start += 2) {
            String cut = Snippet.of(text, List.of(new Range(start, start + 2)))
                    .text()
                    .replace("…", "");
            assertThat(cut.codePoints()).allMatch(codePoint -> codePoint == 0x1F600);
        }
    }
}
