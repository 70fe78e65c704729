package chat.natter.media.preview;

import chat.natter.media.item.MediaItem;
import chat.natter.media.preview.DrawThumbnail.Thumbnail;
import chat.natter.media.storage.SignUrls;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Previews of what only ffmpeg can open: video, sound, AVIF. */
@Singleton
final class PreviewStreams {
    private static final int WAVEFORM_STEPS = 64;
    private static final Duration ADDRESS_LIFETIME = Duration.ofMinutes(5);

    private final SignUrls signUrls;
    private final AskFfmpeg ffmpeg;
    private final PreviewConfig config;

    PreviewStreams(SignUrls signUrls, AskFfmpeg ffmpeg, PreviewConfig config) {
        this.signUrls = signUrls;
        this.ffmpeg = ffmpeg;
        this.config = config;
    }

    Made make(MediaItem item) throws NoPreview, IOException, InterruptedException {
        if (!ffmpeg.isInstalled()) {
            throw new NoPreview("not available: this server has no ffmpeg");
        }
        URI address = signUrls.ownGet(item, ADDRESS_LIFETIME);
        Streams streams = ffmpeg.streams(address);
        return streams.hasPicture() ? video(address, streams) : sound(address, streams);
    }

    private Made video(URI address, Streams streams) throws NoPreview, IOException, InterruptedException {
        byte[] png = ffmpeg.frame(address, streams, config.thumbnailSize());
        BufferedImage frame = ImageIO.read(new ByteArrayInputStream(png));
        if (frame == null) {
            throw new NoPreview("there is no frame in it");
        }
        Thumbnail thumbnail = DrawThumbnail.draw(frame, Orientation.TOP_LEFT, config.thumbnailSize());
        return new Made(Preview.video(streams, thumbnail.blurHash()), thumbnail.jpeg());
    }

    private Made sound(URI address, Streams streams) throws NoPreview, IOException, InterruptedException {
        Long duration = streams.durationMs();
        if (!streams.sound() || duration == null) {
            throw new NoPreview("there is neither picture nor sound in it");
        }
        return new Made(Preview.sound(streams, ffmpeg.waveform(address, duration, WAVEFORM_STEPS)), null);
    }
}
