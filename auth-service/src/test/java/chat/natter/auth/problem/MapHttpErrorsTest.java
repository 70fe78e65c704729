package chat.natter.auth.problem;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapHttpErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "401, UNAUTHENTICATED",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, BAD_REQUEST",
        "413, TOO_LARGE",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "500, INTERNAL",
        "503, UNAVAILABLE"
    })
    void namesEveryStatusByTheCatalogue(int status, Problem problem) {
        assertThat(MapHttpErrors.problemOf(status)).isEqualTo(problem);
    }
}
