package chat.natter.history.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DetectLanguageTest {
    private final DetectLanguage detectLanguage = new DetectLanguage(Language.SWEDISH);

    @Test
    void tellsTheLanguageOfASentence() {
        assertThat(detectLanguage.of("Can we move the meeting to tomorrow afternoon, please?"))
                .isEqualTo(Language.ENGLISH);
        assertThat(detectLanguage.of("Können wir die Besprechung auf morgen Nachmittag verschieben?"))
                .isEqualTo(Language.GERMAN);
        assertThat(detectLanguage.of("Est-ce que nous pouvons déplacer la réunion à demain après-midi ?"))
                .isEqualTo(Language.FRENCH);
        assertThat(detectLanguage.of("Мы можем перенести встречу на завтра после обеда?"))
                .isEqualTo(Language.RUSSIAN);
    }

    @Test
    void takesTheLanguageOfTheHouseForWhatDoesNotTell() {
        assertThat(detectLanguage.of("ok")).isEqualTo(Language.SWEDISH);
        assertThat(detectLanguage.of("4711 0815 1234567890 !!!")).isEqualTo(Language.SWEDISH);
        assertThat(detectLanguage.of("")).isEqualTo(Language.SWEDISH);
    }

    @Test
    void saysTheSameEachTime() {
        String text = "la casa de papel e una bella storia";
        Language first = detectLanguage.of(text);

        for (int i = 0; i < 50; i++) {
            assertThat(detectLanguage.of(text)).isEqualTo(first);
        }
    }
}
