package chat.natter.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FigureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "7|7", "0.1234|0.123", "1.239|1.24", "12.34|12.3", "99.96|100.0", "4575.4|4,575"})
    void showsThreeDigitsThatCount(double number, String text) {
        assertThat(Figure.text(number)).isEqualTo(text);
    }

    @Test
    void readsUnitAndWordsFromTheNameOfAFigure() {
        assertThat(Figure.named("convergedAfterLastMillis", 1_234L))
                .isEqualTo(new Figure("1,234 ms", "converged after last"));
        assertThat(Figure.named("failedConnects", 0)).isEqualTo(new Figure("0", "failed connects"));
    }
}
