package chat.natter.media.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file's content; small enough to travel in the message. Also its form in storage and in answers.
 *
 * @param status whether there is one
 * @param reason why there is none; for people
 * @param width of the upright picture, in pixels
 * @param durationMs of sound and video
 * @param waveform loudness over the time of a sound, 0 to 100
 * @param thumbnail whether there is a JPEG at {@code /thumbnail}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preview(
        Status status,
        @Nullable String reason,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        @Nullable String blurHash,
        @Nullable List<Integer> waveform,
        boolean thumbnail) {
    /** In the protocol's spelling. */
    public enum Status {
        /** Still to be made. */
        pending,
        ready,
        /** There will be none. */
        none
    }

    static Preview pending() {
        return new Preview(Status.pending, null, null, null, null, null, null, false);
    }

    static Preview none(String reason) {
        return new Preview(Status.none, reason, null, null, null, null, null, false);
    }

    static Preview picture(int width, int height, String blurHash) {
        return new Preview(Status.ready, null, width, height, null, blurHash, null, true);
    }

    static Preview video(Streams streams, String blurHash) {
        return new Preview(
                Status.ready, null, streams.width(), streams.height(), streams.durationMs(), blurHash, null, true);
    }

    static Preview sound(Streams streams, List<Integer> waveform) {
        return new Preview(Status.ready, null, null, null, streams.durationMs(), null, waveform, false);
    }
}
