package chat.natter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
    @Test
    void findsEveryProblemByItsCode() {
        assertThat(Problem.values())
                .allSatisfy(
                        problem -> assertThat(Problem.ofCode(problem.code())).contains(problem));
    }

    @Test
    void findsEveryCloseCode() {
        assertThat(CloseCode.values())
                .allSatisfy(code -> assertThat(CloseCode.ofCode(code.code())).contains(code));
    }

    @Test
    void namesEveryTopicOnce() {
        assertThat(Arrays.stream(Topic.values()).map(Topic::topicName)).doesNotHaveDuplicates();
    }
}
