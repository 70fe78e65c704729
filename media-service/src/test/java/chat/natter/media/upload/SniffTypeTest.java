package chat.natter.media.upload;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.media.item.Mime;
import chat.natter.media.item.SomeItems;
import chat.natter.media.storage.InMemoryObjects;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SniffTypeTest {
    private static final byte[] PAGE = text("<!DOCTYPE html>\n<html><body>hello</body></html>");
    private static final byte[] SVG =
            text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");

    private final SniffType sniff = new SniffType(new InMemoryObjects());

    @Test
    void takesFilesAtTheirWordIfTheirBytesAgree() {
        assertThat(lie(SomeItems.png(100), "image/png")).isFalse();
        assertThat(lie(SomeItems.mp4(100), "video/mp4")).isFalse();
        assertThat(lie(SomeItems.mp4(100), "audio/mp4")).isFalse();
        assertThat(lie(SomeItems.mp4(100), "video/quicktime")).isFalse();
        assertThat(lie(text("OggS\0\2"), "audio/ogg")).isFalse();
        assertThat(lie(text("%PDF-1.7"), "application/pdf")).isFalse();
        assertThat(lie(text("hello"), "text/plain")).isFalse();
        assertThat(lie(PAGE, "text/html")).isFalse();
        assertThat(lie(SVG, "image/svg+xml")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "video/mp4", "audio/mpeg", "audio/ogg", "image/webp"})
    void nothingElsePassesForWhatBrowsersShow(String claimed) {
        assertThat(lie(PAGE, claimed)).isTrue();
        assertThat(lie(SVG, claimed)).isTrue();
        assertThat(lie(text("MZ and more"), claimed)).isTrue();
        assertThat(lie(text("no signature at all"), claimed)).isTrue();
        assertThat(lie(new byte[] {0, 1, 2, 3}, claimed)).isTrue();
    }

    @Test
    void whoClaimsLessGainsNothing() {
        assertThat(lie(PAGE, "application/octet-stream")).isFalse();
        assertThat(lie(PAGE, "text/plain")).isFalse();
        assertThat(lie(text("a,b\n1,2"), "text/csv")).isFalse();
        assertThat(lie(new byte[] {0, 1, 2, 3}, "application/x-of-tomorrow")).isFalse();
    }

    @Test
    void aProgramIsNoDocument() {
        assertThat(lie(text("MZ and more"), "application/pdf")).isTrue();
    }

    private boolean lie(byte[] bytes, String claimed) {
        return sniff.lie(bytes, new Mime(claimed)).isPresent();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
