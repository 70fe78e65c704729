package chat.natter.media.preview;

import com.google.protobuf.ByteString;
import io.trbl.blurhash.BlurHash;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Draws the small upright picture. It is made of pixels alone, so nothing of the original's metadata is in it: no
 * place, no camera, no name.
 */
final class DrawThumbnail {
    private static final double QUALITY = 0.8;
    private static final int BLUR_SIZE = 32;

    /** @param jpeg the file to be stored */
    record Thumbnail(ByteString jpeg, String blurHash) {}

    private DrawThumbnail() {}

    static Thumbnail draw(BufferedImage picture, Orientation orientation, int size) throws IOException {
        BufferedImage small = scale(opaque(picture), size);
        BufferedImage upright =
                opaque(ExifFilterUtils.getFilterForOrientation(orientation).apply(small));
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Thumbnails.of(upright)
                .scale(1)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(jpeg);
        return new Thumbnail(ByteString.copyFrom(jpeg.toByteArray()), BlurHash.encode(scale(upright, BLUR_SIZE), 4, 3));
    }

    /** Never larger than it was. */
    private static BufferedImage scale(BufferedImage picture, int size) throws IOException {
        int largest = Math.max(picture.getWidth(), picture.getHeight());
        if (largest <= size) {
            return picture;
        }
        return Thumbnails.of(picture)
                .forceSize(
                        Math.max(1, Math.round(picture.getWidth() * (float) size / largest)),
                        Math.max(1, Math.round(picture.getHeight() * (float) size / largest)))
                .asBufferedImage();
    }

    /** JPEG knows no transparency; what was transparent becomes white. */
    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        try {
            graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return opaque;
    }
}
