package chat.natter.media.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.Problem;
import chat.natter.media.item.FileClaim;
import chat.natter.media.problem.Refusal;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadAnnouncementTest {
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
        refuses(Problem.TOO_LARGE, "image/png", 100_000_001L, HASH, null);
        refuses(Problem.BAD_REQUEST, "image/png", 1L, null, null);
        refuses(Problem.BAD_REQUEST, "image/png", 1L, "abc", null);
        refuses(Problem.BAD_REQUEST, "image/png", 1L, "zz".repeat(32), null);
        refuses(Problem.BAD_REQUEST, "png", 1L, HASH, null);
        refuses(Problem.BAD_REQUEST, "image/png", 1L, HASH, "../../etc/passwd");
    }

    @Test
    void whatIsTooLargeForOnePutNamesItsPartSize() {
        assertThat(read(json("video/mp4", MAX + 1, HASH, 8_388_608L)).parts()).isEqualTo(1);
        assertThat(read(json("video/mp4", 20_000_000L, HASH, 8_388_608L)).parts())
                .isEqualTo(3);
        refuses(Problem.BAD_REQUEST, json("video/mp4", MAX + 1, HASH, null));
        refuses(Problem.BAD_REQUEST, json("video/mp4", MAX, HASH, 8_388_608L));
        refuses(Problem.BAD_REQUEST, json("video/mp4", MAX + 1, HASH, 8_388_607L));
        refuses(Problem.BAD_REQUEST, json("video/mp4", MAX + 1, HASH, 67_108_865L));
        refuses(Problem.BAD_REQUEST, json("video/mp4", MAX + 1, HASH, -1L));
    }

    @Test
    void refusesAMissingBody() {
        refuses(Problem.BAD_REQUEST, null);
    }

    private static void refuses(Problem problem, @Nullable AnnouncementJson json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static void refuses(
            Problem problem,
            @Nullable String mime,
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable String name) {
        refuses(problem, new AnnouncementJson(mime, size, sha256, null, name, null, null));
    }

    private static FileClaim of(
            @Nullable String mime, @Nullable Long size, @Nullable String sha256, @Nullable String name) {
        return read(new AnnouncementJson(mime, size, sha256, null, name, null, null));
    }

    private static AnnouncementJson json(String mime, long size, String sha256, @Nullable Long partSize) {
        return new AnnouncementJson(mime, size, sha256, partSize, null, null, null);
    }

    private static FileClaim read(@Nullable AnnouncementJson json) {
        return ReadAnnouncement.read(json, new SomeUploadConfig(Duration.ofHours(1), 1, Duration.ofSeconds(1)));
    }
}
