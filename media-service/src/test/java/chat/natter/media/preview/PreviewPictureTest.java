package chat.natter.media.preview;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.media.item.MediaItem;
import chat.natter.media.item.SomeItems;
import chat.natter.media.storage.InMemoryObjects;
import chat.natter.media.storage.ItemJson;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.ObjectKey;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewPictureTest {
    private static final PreviewConfig CONFIG = new SomePreviewConfig(true, 50_000_000, 4 * 3_000_000);

    private final InMemoryObjects objects = new InMemoryObjects();
    private final ItemStore items = new ItemStore(objects, new ItemJson(new ObjectMapper()));
    private final PreviewStore store = SomePreviews.in(objects);
    private final QueuePreviews queue = SomePreviews.queue(objects, items, CONFIG);

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif"})
    void makesASmallPictureAndABlur(String format, String mime) throws Exception {
        // When
        MediaItem item = uploaded(SomePictures.picture(format, 1_600, 1_200), mime);
        Preview preview = preview(item);

        // Then
        assertThat(preview.status()).isEqualTo(Preview.Status.ready);
        assertThat(preview.width()).isEqualTo(1_600);
        assertThat(preview.height()).isEqualTo(1_200);
        assertThat(preview.blurHash()).hasSizeBetween(20, 40);
        BufferedImage thumbnail = thumbnail(item);
        assertThat(thumbnail.getWidth()).isEqualTo(320);
        assertThat(thumbnail.getHeight()).isEqualTo(240);
        assertThat(isRed(thumbnail, 20, 120)).isTrue();
        assertThat(isRed(thumbnail, 300, 120)).isFalse();
    }

    @Test
    void readsWebP() {
        byte[] webp = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

        Preview preview = preview(uploaded(webp, "image/webp"));

        assertThat(preview.status()).as(preview.reason()).isEqualTo(Preview.Status.ready);
        assertThat(preview.width()).isEqualTo(1);
    }

    @Test
    void turnsThePictureUprightAndForgetsWhereItWasTaken() throws Exception {
        // Given
        byte[] turned = SomePictures.turned(1_200, 800);
        assertThat(new String(turned, StandardCharsets.ISO_8859_1)).contains(SomePictures.SECRET);

        // When
        MediaItem item = uploaded(turned, "image/jpeg");
        Preview preview = preview(item);

        // Then: turned by 90 degrees clockwise, the left half is on top
        assertThat(preview.width()).isEqualTo(800);
        assertThat(preview.height()).isEqualTo(1_200);
        BufferedImage thumbnail = thumbnail(item);
        assertThat(thumbnail.getHeight()).isEqualTo(320);
        assertThat(isRed(thumbnail, 100, 20)).isTrue();
        assertThat(isRed(thumbnail, 100, 300)).isFalse();
        assertThat(new String(thumbnailBytes(item), StandardCharsets.ISO_8859_1))
                .doesNotContain(SomePictures.SECRET)
                .doesNotContain("Exif");
    }

    @Test
    void aBombIsNotDecoded() {
        assertThat(preview(uploaded(SomePictures.bomb(60_000, 60_000), "image/png")))
                .isEqualTo(Preview.none("the picture has more than 50000000 pixels"));
        assertThat(preview(uploaded(SomePictures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE), "image/png"))
                        .status())
                .isEqualTo(Preview.Status.none);
        // Within the bound of pixels, but there is nothing behind the header.
        assertThat(preview(uploaded(SomePictures.bomb(5_000, 5_000), "image/png"))
                        .status())
                .isEqualTo(Preview.Status.none);
    }

    @Test
    void aLargePictureIsDecodedSmall() {
        // 24 megapixels are 96 MB of pixels, and there is room for 12
        Preview preview = preview(uploaded(SomePictures.picture("png", 6_000, 4_000), "image/png"));

        assertThat(preview.status()).as(preview.reason()).isEqualTo(Preview.Status.ready);
        assertThat(preview.width()).isEqualTo(6_000);
    }

    @Test
    void truncatedAndHostileFilesGetNoPreviewAndDoNoHarm() {
        byte[] jpeg = SomePictures.picture("jpg", 800, 600);
        Random random = new Random(5);
        for (int round = 0; round < 40; round++) {
            byte[] hostile = Arrays.copyOf(jpeg, 4 + random.nextInt(jpeg.length - 4));
            for (int hit = 0; hit < round % 10; hit++) {
                hostile[random.nextInt(hostile.length)] = (byte) random.nextInt();
            }
            assertThat(preview(uploaded(hostile, "image/jpeg")).status())
                    .isIn(Preview.Status.none, Preview.Status.ready);
        }
        assertThat(preview(uploaded(SomeItems.png(5_000), "image/png")))
                .isEqualTo(Preview.none("the picture is damaged"));
        assertThat(preview(uploaded(new byte[2_000_000], "image/png")).reason()).contains("larger than");
    }

    @Test
    void withoutFfmpegVideoSaysSo() {
        assertThat(preview(uploaded(SomeItems.mp4(1_000), "video/mp4")))
                .isEqualTo(Preview.none("not available: this server has no ffmpeg"));
    }

    @Test
    void whatWasMarkedAndNotMadeIsFoundAgain() {
        // Given: an instance that died after it had completed the medium
        MediaItem item = SomeItems.of(SomeItems.user(), SomePictures.picture("png", 10, 10), "image/png", null);
        objects.put(ObjectKey.object(item.id()), "image/png", SomePictures.picture("png", 10, 10));
        queue.want(item);
        items.markComplete(item);
        assertThat(queue.now(item)).isEqualTo(Preview.pending());

        // When
        new ResumePreviews(store, queue, new PreviewThreads(CONFIG), CONFIG).resume();

        // Then
        assertThat(queue.await(item).status()).isEqualTo(Preview.Status.ready);
        assertThat(store.isMarked(item.id())).isFalse();
    }

    private MediaItem uploaded(byte[] bytes, String mime) {
        MediaItem item = SomeItems.of(SomeItems.user(), bytes, mime, null);
        objects.put(ObjectKey.object(item.id()), mime, bytes);
        return item;
    }

    private Preview preview(MediaItem item) {
        queue.want(item);
        items.markComplete(item);
        queue.make(item);
        return queue.await(item);
    }

    private BufferedImage thumbnail(MediaItem item) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(thumbnailBytes(item)));
    }

    private byte[] thumbnailBytes(MediaItem item) {
        return objects.read(
                        ObjectKey.thumbnail(item.id()), object -> object.bytes().readAllBytes())
                .orElseThrow();
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return (rgb >> 16 & 0xFF) > (rgb & 0xFF);
    }
}
