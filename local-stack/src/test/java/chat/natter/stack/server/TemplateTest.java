package chat.natter.stack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void fillsInNamesAndNothingElse() {
        assertThat(Template.fill(
                        "a=@DATA@/x b=user@example.org c=@PORT_S3@", Map.of("DATA", "/a$1\\b", "PORT_S3", "1")))
                .isEqualTo("a=/a$1\\b/x b=user@example.org c=1");
    }

    @Test
    void refusesToLeaveANameOpen() {
        assertThatThrownBy(() -> Template.fill("@NOBODY@", Map.of())).hasMessageContaining("NOBODY");
    }
}
