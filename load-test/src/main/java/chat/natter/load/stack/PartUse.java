package chat.natter.load.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one process used.
 *
 * @param cpuMillis user and system time meanwhile
 * @param rssBeforeMiB resident memory at the beginning
 * @param rssMiB resident memory at the end
 * @param rssPeakMiB the most at any look
 * @param garbage pauses meanwhile; null where that is not known: a server without metrics, or one that was restarted
 */
public record PartUse(
        long cpuMillis,
        long rssBeforeMiB,
        long rssMiB,
        long rssPeakMiB,
        @Nullable GarbageUse garbage) {
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cpuMillis", cpuMillis);
        map.put("rssBeforeMiB", rssBeforeMiB);
        map.put("rssMiB", rssMiB);
        map.put("rssPeakMiB", rssPeakMiB);
        map.put("gcPauses", garbage == null ? null : garbage.pauses());
        map.put("gcMillis", garbage == null ? null : garbage.millis());
        return map;
    }

    /** Pauses for a person. */
    public String garbageText() {
        return garbage == null ? "not known" : "%d in %.0f ms".formatted(garbage.pauses(), garbage.millis());
    }
}
