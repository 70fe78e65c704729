package chat.natter.media.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.media.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeTest {
    @Test
    void dropsParametersAndCase() {
        assertThat(Mime.parse("Audio/WebM;codecs=opus").value()).isEqualTo("audio/webm");
        assertThat(Mime.parse("text/plain ; charset=utf-8").value()).isEqualTo("text/plain");
        assertThat(Mime.parse("application/vnd.oasis.opendocument.text").value())
                .isEqualTo("application/vnd.oasis.opendocument.text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "image", "image/", "/png", "image/png/x", "image/p ng", "a/b\r\nx: y", "*/*", "é/x", ";"})
    void refusesWhatIsNoMediaType(String text) {
        assertThatThrownBy(() -> Mime.parse(text)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "image/svg+xml", "application/xhtml+xml", "text/javascript", "application/pdf"})
    void neverServesWhatABrowserWouldRun(String text) {
        assertThat(served(text)).isEqualTo("application/octet-stream");
    }

    @Test
    void servesPicturesAsWhatTheyAre() {
        assertThat(served("image/png")).isEqualTo("image/png");
    }

    @Test
    void whatIsEncryptedIsNeverShown() {
        FileClaim encrypted =
                new FileClaim(new Mime("image/png"), 1, SomeItems.sha256(SomeItems.BYTES), null, null, true, false);

        assertThat(encrypted.served()).isEqualTo("application/octet-stream");
    }

    private static String served(String mime) {
        return new FileClaim(new Mime(mime), 1, SomeItems.sha256(SomeItems.BYTES), null, null, false, false).served();
    }
}
