package chat.natter.media.preview;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads ffprobe's JSON. */
final class ReadStreams {
    private ReadStreams() {}

    static Streams read(JsonNode found) {
        Integer width = null;
        Integer height = null;
        boolean sound = false;
        for (JsonNode stream : found.path("streams")) {
            String kind = stream.path("codec_type").asText();
            // The cover of a song is a stream of pictures too.
            boolean cover = stream.path("disposition").path("attached_pic").asInt() == 1;
            if (kind.equals("video") && !cover && width == null) {
                boolean onItsSide = Math.abs(rotation(stream)) % 180 == 90;
                width = stream.path(onItsSide ? "height" : "width").asInt();
                height = stream.path(onItsSide ? "width" : "height").asInt();
            }
            sound |= kind.equals("audio");
        }
        return new Streams(width, height, millis(found.path("format").path("duration")), sound);
    }

    private static int rotation(JsonNode stream) {
        for (JsonNode side : stream.path("side_data_list")) {
            if (side.has("rotation")) {
                return side.path("rotation").asInt();
            }
        }
        return stream.path("tags").path("rotate").asInt();
    }

    private static @Nullable Long millis(JsonNode seconds) {
        double value = seconds.asDouble(-1);
        return value < 0 ? null : Math.round(value * 1_000);
    }
}
