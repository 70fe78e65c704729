package chat.natter.history.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyseTextTest {
    private final AnalyseText analyseText = new AnalyseText();

    @Test
    void foldsCaseAndDiacriticsOfEveryScript() {
        assertThat(terms("Café CAFE cafe\u0301")).containsExactly("cafe", "cafe", "cafe");
        assertThat(terms("Straße Ærø İstanbul")).containsExactly("strasse", "aero", "istanbul");
        assertThat(terms("Ελλάδα Ёлка")).containsExactly("ελλαδα", "елка");
        assertThat(terms("ｆｕｌｌ ｗｉｄｔｈ")).containsExactly("full", "width");
    }

    @Test
    void cutsChineseJapaneseAndKoreanIntoCharactersAndPairs() {
        assertThat(terms("東京都")).containsExactlyInAnyOrder("東", "京", "都", "東京", "京都");
        assertThat(terms("ラーメン")).contains("ラ", "メン").doesNotContain("");
        assertThat(terms("안녕하세요")).contains("안녕", "세요");
    }

    @Test
    void cutsThaiByItsDictionary() {
        assertThat(terms("สวัสดีครับ")).containsExactly("สวัสดี", "ครับ");
    }

    @Test
    void knowsWhereAWordStands() {
        Word word = analyseText.words("¡Ünïcode, 😀 wörds!", Language.ENGLISH).get(1);

        assertThat("¡Ünïcode, 😀 wörds!".substring(word.start(), word.end())).isIn("😀", "wörds");
    }

    @Test
    void bringsTheFormsOfAWordTogether() {
        assertThat(stems("meeting meetings", Language.ENGLISH)).containsOnly("meet");
        assertThat(stems("Häuser Haus", Language.GERMAN)).containsOnly("haus");
        assertThat(stems("книги книга", Language.RUSSIAN)).hasSize(1);
    }

    @Test
    void cutsWhatIsTooLongForAWord() {
        assertThat(terms("x".repeat(5_000))).allMatch(term -> term.length() <= 64);
        assertThat(analyseText.words("", Language.ENGLISH)).isEmpty();
        assertThat(analyseText.words("\uD83D ?!", Language.ENGLISH)).isNotNull();
    }

    private List<String> terms(String text) {
        return analyseText.words(text, Language.ENGLISH).stream()
                .map(Word::term)
                .toList();
    }

    private List<String> stems(String text, Language language) {
        return analyseText.words(text, language).stream()
                .map(Word::stem)
                .distinct()
                .toList();
    }
}
