package chat.natter.media.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks into video and sound by ffmpeg, if it is installed. It reads the ranges that it needs from object storage, and
 * only formats that hold everything in themselves: no playlists, no files that point to others.
 */
@Singleton
final class AskFfmpeg {
    private static final Logger LOG = Logger.getLogger(AskFfmpeg.class);
    private static final String FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,ogg,mp3,wav,aac";
    private static final String PROTOCOLS = "http,https,tcp,tls";
    private static final String MAX_ALLOCATION = "268435456";
    private static final int MAX_OUTPUT = 4 * 1024 * 1024;
    private static final int SAMPLES_PER_SECOND = 4_000;

    private final RunTool runTool;
    private final ObjectMapper json;
    private final String folder;
    private final boolean installed;

    AskFfmpeg(PreviewConfig config, PreviewThreads threads, ObjectMapper json) {
        this.runTool = new RunTool(threads.alarm(), config.timeout().toMillis());
        this.json = json;
        this.folder = config.ffmpegFolder().map(path -> path + "/").orElse("");
        this.installed = config.enabled() && answers("ffmpeg") && answers("ffprobe");
        if (config.enabled() && !installed) {
            LOG.info("ffmpeg is not installed: video, sound and AVIF get no preview");
        }
    }

    private boolean answers(String tool) {
        try {
            return runTool.run(List.of(folder + tool, "-version"), output -> output.read() >= 0 && drained(output));
        } catch (NoPreview | IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean drained(InputStream output) throws IOException {
        output.skipNBytes(output.available());
        output.readAllBytes();
        return true;
    }

    boolean isInstalled() {
        return installed;
    }

    Streams streams(URI address) throws NoPreview, IOException, InterruptedException {
        List<String> command = command("ffprobe");
        command.addAll(List.of("-of", "json", "-show_format", "-show_streams", "-i", address.toString()));
        JsonNode found = runTool.run(command, output -> json.readTree(output.readNBytes(MAX_OUTPUT)));
        return ReadStreams.read(found);
    }

    /** An upright frame near the beginning, as a PNG. */
    byte[] frame(URI address, Streams streams, int size) throws NoPreview, IOException, InterruptedException {
        List<String> command = command("ffmpeg");
        Long duration = streams.durationMs();
        if (duration != null && duration > 0) {
            command.addAll(List.of("-ss", seconds(Math.min(1_000, duration / 3))));
        }
        command.addAll(List.of(
                "-i",
                address.toString(),
                "-frames:v",
                "1",
                "-an",
                "-vf",
                "scale=" + size + ":" + size + ":force_original_aspect_ratio=decrease",
                "-c:v",
                "png",
                "-f",
                "image2pipe",
                "pipe:1"));
        byte[] frame = runTool.run(command, output -> output.readNBytes(MAX_OUTPUT));
        if (frame.length == 0) {
            throw new NoPreview("there is no frame in it");
        }
        return frame;
    }

    /** Loudness over time, in so many steps. */
    List<Integer> waveform(URI address, long durationMs, int steps)
            throws NoPreview, IOException, InterruptedException {
        List<String> command = command("ffmpeg");
        command.addAll(List.of("-i", address.toString(), "-vn", "-ac", "1", "-ar"));
        command.addAll(List.of(String.valueOf(SAMPLES_PER_SECOND), "-f", "s16le", "-c:a", "pcm_s16le", "pipe:1"));
        long samples = durationMs * SAMPLES_PER_SECOND / 1_000;
        return runTool.run(command, output -> Waveform.read(output, samples, steps));
    }

    private List<String> command(String tool) {
        List<String> command = new ArrayList<>(List.of(folder + tool, "-v", "error", "-max_alloc", MAX_ALLOCATION));
        if (tool.equals("ffmpeg")) {
            command.addAll(List.of("-nostdin", "-threads", "1"));
        }
        command.addAll(List.of("-protocol_whitelist", PROTOCOLS, "-format_whitelist", FORMATS));
        return command;
    }

    private static String seconds(long millis) {
        return String.valueOf(millis / 1_000.0);
    }
}
