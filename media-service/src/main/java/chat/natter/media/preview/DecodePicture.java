package chat.natter.media.preview;

import chat.natter.media.item.Mime;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes a picture at about the size that is needed, never more. Measures come from the header, before a pixel is
 * decoded; a decoder that takes too long is told to stop.
 */
@Singleton
final class DecodePicture {
    private static final Set<String> DECODABLE = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    /** Decoders that leave pixels out as they read; the others hold the whole picture. */
    private static final Set<String> SUBSAMPLING = Set.of("image/jpeg", "image/png", "image/gif");
    /** Left for scaling down nicely. */
    private static final int OVERSIZE = 2;

    /** What is done with the picture while its memory is reserved. */
    interface Use<T> {
        T of(Decoded decoded) throws Exception;
    }

    /**
     * A picture as it lies in the file, not turned upright yet.
     *
     * @param width of the whole picture, which the image may be a smaller version of
     */
    record Decoded(int width, int height, BufferedImage image) {}

    private final PreviewConfig config;
    private final DecodedPixels memory;
    private final ScheduledExecutorService alarm;

    DecodePicture(PreviewConfig config, DecodedPixels memory, PreviewThreads threads) {
        this.config = config;
        this.memory = memory;
        this.alarm = threads.alarm();
        ImageIO.setUseCache(false);
    }

    static boolean canDecode(Mime mime) {
        return DECODABLE.contains(mime.value());
    }

    <T> T decode(File file, Mime mime, Use<T> use) throws Exception {
        try (ImageInputStream in = new FileImageInputStream(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mime.value());
            if (!readers.hasNext()) {
                throw new NoPreview("there is no decoder for " + mime);
            }
            ImageReader reader = readers.next();
            try {
                // Metadata of pictures can be bombs too.
                reader.setInput(in, true, true);
                return decode(reader, mime, use);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                // Decoders meet hostile bytes with all of these.
                throw damaged(e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Exception damaged(Throwable cause) {
        NoPreview damaged = new NoPreview("the picture is damaged");
        damaged.initCause(cause);
        return damaged;
    }

    private <T> T decode(ImageReader reader, Mime mime, Use<T> use) throws Exception {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (width < 1 || height < 1 || pixels > config.maxPixels()) {
            throw new NoPreview("the picture has more than " + config.maxPixels() + " pixels");
        }
        int step = step(width, height);
        long decoded = SUBSAMPLING.contains(mime.value())
                ? (long) ((width + step - 1) / step) * ((height + step - 1) / step)
                : pixels;
        if (!memory.canHold(decoded)) {
            throw new NoPreview("the picture is too large for this format");
        }
        return memory.with(decoded, () -> use.of(new Decoded(width, height, read(reader, step))));
    }

    /** The largest step that leaves enough for a nice thumbnail, also of a very long picture. */
    private int step(int width, int height) {
        return Math.max(1, Math.max(width, height) / (OVERSIZE * config.thumbnailSize()));
    }

    private BufferedImage read(ImageReader reader, int step) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        ScheduledFuture<?> tooLong =
                alarm.schedule(reader::abort, config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return reader.read(0, param);
        } finally {
            tooLong.cancel(false);
        }
    }
}
