package chat.natter.media.preview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How previews are made, and how much a file may cost. */
@ConfigMapping(prefix = "natter.media.preview")
interface PreviewConfig {
    /** Off: no file is looked into. */
    @WithDefault("true")
    boolean enabled();

    /** How many are made at the same time. */
    @WithDefault("2")
    int workers();

    /** How many may wait; what does not fit is found again later. */
    @WithDefault("1000")
    int queue();

    /** How long a completion waits for the preview, so that the message can carry it. */
    @WithDefault("2s")
    Duration patience();

    /** How long one preview may take. */
    @WithDefault("20s")
    Duration timeout();

    /** The larger side of a thumbnail, in pixels. */
    @WithDefault("320")
    int thumbnailSize();

    /** The largest picture file that is opened, in bytes. */
    @WithDefault("67108864")
    long maxFile();

    /** The largest picture that is decoded, in pixels: a small file may claim to be a huge picture. */
    @WithDefault("100000000")
    long maxPixels();

    /** How many bytes of decoded pixels there may be at the same time, all workers together. */
    @WithDefault("50331648")
    int memory();

    /** How often previews are looked for that an instance did not come to make. */
    @WithDefault("30s")
    Duration resumeEvery();

    /** The folder of {@code ffmpeg} and {@code ffprobe}; absent: wherever the system finds them. */
    Optional<String> ffmpegFolder();
}
