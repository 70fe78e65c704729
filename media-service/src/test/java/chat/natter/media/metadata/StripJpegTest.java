package chat.natter.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.media.preview.SomePictures;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.junit.jupiter.api.Test;

class StripJpegTest {
    @Test
    void leavesThePixelsAndTakesTheRest() throws Exception {
        // Given: EXIF, XMP, a comment, and a film behind the picture
        byte[] comment = withSegment(SomePictures.turned(300, 200), 0xFE, SomePictures.SECRET);
        byte[] xmp = withSegment(comment, 0xE1, "http://ns.adobe.com/xap/1.0/\0" + SomePictures.SECRET);
        byte[] full = concat(xmp, SomePictures.SECRET.getBytes(StandardCharsets.US_ASCII));

        // When
        byte[] stripped = strip(full, Orientation.TOP_LEFT);

        // Then
        assertThat(text(full)).contains(SomePictures.SECRET, "Exif");
        assertThat(text(stripped)).doesNotContain(SomePictures.SECRET).doesNotContain("Exif");
        assertSamePixels(stripped, SomePictures.picture("jpg", 300, 200));
    }

    @Test
    void keepsHowTheCameraWasHeld() throws Exception {
        byte[] stripped = strip(SomePictures.turned(300, 200), Orientation.RIGHT_TOP);

        Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(stripped))
                .getFirstDirectoryOfType(ExifIFD0Directory.class);
        assertThat(exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(6);
        assertThat(exif.getTagCount()).isEqualTo(1);
        assertSamePixels(stripped, SomePictures.picture("jpg", 300, 200));
    }

    @Test
    void copiesEveryScanOfAProgressivePicture() throws Exception {
        byte[] progressive = progressive(SomePictures.picture("png", 300, 200));
        byte[] full = withSegment(progressive, 0xED, SomePictures.SECRET);

        byte[] stripped = strip(full, Orientation.TOP_LEFT);

        assertThat(text(stripped)).doesNotContain(SomePictures.SECRET);
        assertSamePixels(stripped, progressive);
    }

    @Test
    void whatWasStrippedHasNothingMoreToLose() throws Exception {
        byte[] once = strip(SomePictures.turned(30, 20), Orientation.RIGHT_TOP);

        assertThat(strip(once, Orientation.RIGHT_TOP)).isEqualTo(once);
    }

    @Test
    void refusesWhatIsNoWholePicture() {
        byte[] jpeg = SomePictures.turned(30, 20);
        for (int length = 0; length < jpeg.length; length += 7) {
            byte[] cut = Arrays.copyOf(jpeg, length);
            assertThatThrownBy(() -> strip(cut, Orientation.TOP_LEFT)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> strip(SomePictures.picture("png", 30, 20), Orientation.TOP_LEFT))
                .isInstanceOf(IOException.class);
    }

    private static byte[] strip(byte[] jpeg, Orientation orientation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StripJpeg.copy(new ByteArrayInputStream(jpeg), out, orientation);
        return out.toByteArray();
    }

    private static byte[] withSegment(byte[] jpeg, int marker, String content) {
        byte[] head = {(byte) 0xFF, (byte) marker, 0, (byte) (content.length() + 2)};
        return concat(
                Arrays.copyOf(jpeg, 2),
                head,
                content.getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] progressive(byte[] picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var target = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(target);
            writer.write(null, new IIOImage(ImageIO.read(new ByteArrayInputStream(picture)), null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static void assertSamePixels(byte[] one, byte[] other) throws IOException {
        assertThat(pixels(one)).isEqualTo(pixels(other));
    }

    private static int[] pixels(byte[] jpeg) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
