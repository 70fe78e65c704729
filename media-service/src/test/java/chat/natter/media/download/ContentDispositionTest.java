package chat.natter.media.download;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.media.item.SomeItems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentDispositionTest {
    @Test
    void showsPicturesAndSavesTheRest() {
        assertThat(of("image/png", null)).isEqualTo("inline");
        assertThat(of("text/html", null)).isEqualTo("attachment");
        assertThat(of("image/svg+xml", null)).isEqualTo("attachment");
    }

    @Test
    void aNameCannotBreakOutOfTheHeader() {
        assertThat(of("text/plain", "a\"; filename=\"x.exe"))
                .isEqualTo("attachment; filename=\"a__ filename=_x.exe\";"
                        + " filename*=UTF-8''a%22%3B%20filename%3D%22x.exe");
    }

    @Test
    void carriesNamesOfAllScripts() {
        assertThat(of("image/png", "Größe 1*.png"))
                .isEqualTo("inline; filename=\"Gr__e 1_.png\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%201%2A.png");
    }

    private static String of(String mime, @Nullable String name) {
        return ContentDisposition.of(SomeItems.of(SomeItems.user(), SomeItems.BYTES, mime, name));
    }
}
