package chat.natter.load.media;

import chat.natter.load.measure.Figure;
import chat.natter.load.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a run. */
record MediaResult(MediaPlan plan, LargeFiles.Times files, Pictures.Thumbnails thumbnails) implements ScenarioResult {
    @Override
    public boolean isFaultless() {
        return files.right() && thumbnails.made() == plan.pictures();
    }

    private double upload() {
        return files.addressesUp() + files.up() + files.completion();
    }

    private double download() {
        return files.addressesDown() + files.down();
    }

    private double perSecond(double millis) {
        return plan.mebibytes() / millis * 1_000;
    }

    private double thumbnailsPerSecond() {
        return thumbnails.made() / thumbnails.millis() * 1_000;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "upload: %.0f MiB/s, the bytes alone %.0f MiB/s (%.2f of it); addresses %.0f ms, bytes %.0f ms, completion %.0f ms",
                perSecond(upload()),
                perSecond(files.up()),
                files.up() / upload(),
                files.addressesUp(),
                files.up(),
                files.completion()));
        lines.add(line(
                "download: %.0f MiB/s, the bytes alone %.0f MiB/s (%.2f of it)",
                perSecond(download()), perSecond(files.down()), files.down() / download()));
        lines.add(line(
                "thumbnails: %.1f/s of 12 megapixels (%d KiB each)",
                thumbnailsPerSecond(), thumbnails.bytesEach() / 1024));
        lines.add(isFaultless() ? "no faults: every byte came back, every picture has its thumbnail" : "FAULTS");
        return lines;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("files", plan.files());
        map.put("mebibytes", plan.mebibytes());
        map.put("uploadMillis", upload());
        map.put("uploadOfBytesMillis", files.up());
        map.put("downloadMillis", download());
        map.put("downloadOfBytesMillis", files.down());
        map.put("thumbnailsPerSecond", thumbnailsPerSecond());
        map.put("faultless", isFaultless());
        return map;
    }

    @Override
    public List<Figure> headlines() {
        return List.of(
                Figure.of(perSecond(upload()), "MiB/s", "upload of large files"),
                Figure.of(perSecond(download()), "MiB/s", "download of large files"),
                Figure.of(thumbnailsPerSecond(), "/s", "thumbnails of 12 megapixels"));
    }
}
