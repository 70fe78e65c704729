package chat.natter.media.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.media.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"cat.jpg", "Größe \"x\"; y.pdf", "写真.png", "👨\u200D👩\u200D👧.webp", ".bashrc", "a..b"})
    void takesNamesThatPeopleUse(String name) {
        assertThat(new FileName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                ".",
                "..",
                "../x",
                "a/b",
                "a\\b",
                "a\u0000b",
                "a\r\nb",
                "a\u202Egpj.exe",
                "a\u2028b",
                "\uD800",
                "\uFEFFx"
            })
    void refusesPathsAndWhatIsInvisible(String name) {
        assertThatThrownBy(() -> new FileName(name)).isInstanceOf(Refusal.class);
    }

    @Test
    void isLimitedToWhatFileSystemsTake() {
        assertThat(new FileName("x".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> new FileName("ü".repeat(128))).isInstanceOf(Refusal.class);
    }
}
