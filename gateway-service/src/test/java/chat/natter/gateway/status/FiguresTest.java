package chat.natter.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0.95S     | 0.9 s
            PT9.99S     | 9.9 s
            PT59.9S     | 59 s
            PT1M        | 1 min
            PT59M59S    | 59 min
            PT3H12M40S  | 3 h 12 min
            PT99H30M    | 4 d 3 h
            """)
    void cutDurationsToTwoUnits(Duration duration, String said) {
        assertThat(Figures.duration(duration)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0      | 0
            0.01   | < 0.1
            0.1    | 0.1
            9.94   | 9.9
            10     | 10
            1806.7 | 1,807
            """)
    void giveNoMoreDigitsThanTellSomething(double value, String said) {
        assertThat(Figures.decimal(value)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.24  | 4.2 ms
            120.4 | 120 ms
            1240  | 1.2 s
            """)
    void measureLongWaitsInSeconds(double millis, String said) {
        assertThat(Figures.millis(millis)).isEqualTo(said);
    }
}
