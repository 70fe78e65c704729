package chat.natter.media.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
    private static final String HASH = "ab".repeat(32);
    private static final long MAX = 1_000;

    @Test
    void takesAFileWithAndWithoutName() {
        assertThat(of("image/png", 1L, HASH, "cat.png").size()).isEqualTo(1);
        assertThat(of("image/png", MAX, HASH.toUpperCase(Locale.ROOT), null)
                        .sha256()
                        .hex())
                .isEqualTo(HASH);
    }

    @Test
    void refusesWhatIsMissingOrOutOfRange() {
        refuses(Problem.BAD_REQUEST, null, 1L, HASH, null);
        refuses(Problem.BAD_REQUEST, "image/png", null, HASH, null);
        refuses(Problem.BAD_REQUEST, "image/png", 0L, HASH, null);
        refuses(Problem.BAD_REQUEST, "image/png", -5L, HASH, null);
        refuses(Problem.TOO_LARGE, "image/png", MAX + 1, HASH, null);
        refuses(Problem.BAD_REQUEST, "image/png", 1L, null, null);
        refuses(Problem.BAD_REQUEST, "image/png", 1L, "abc", null);
        refuses(Problem.BAD_REQUEST, "image/png", 1L, "zz".repeat(32), null);
        refuses(Problem.BAD_REQUEST, "png", 1L, HASH, null);
        refuses(Problem.BAD_REQUEST, "image/png", 1L, HASH, "../../etc/passwd");
    }

    @Test
    void refusesAMissingBody() {
        assertThatThrownBy(() -> Announcement.of(null, MAX)).isInstanceOf(Refusal.class);
    }

    private static void refuses(
            Problem problem,
            @Nullable String mime,
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable String name) {
        assertThatThrownBy(() -> of(mime, size, sha256, name))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static Announcement of(
            @Nullable String mime, @Nullable Long size, @Nullable String sha256, @Nullable String name) {
        return Announcement.of(new AnnouncementJson(mime, size, sha256, name), MAX);
    }
}
