package chat.natter.media.preview;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The loudest sample of each step of a sound, from 0 to 100. */
final class Waveform {
    private static final int BUFFER = 16 * 1024;
    private static final int LOUDEST = 100;

    private Waveform() {}

    /** Reads 16-bit little-endian samples of one channel to their end. */
    static List<Integer> read(InputStream samples, long expected, int steps) throws IOException {
        int[] peaks = new int[steps];
        byte[] buffer = new byte[BUFFER];

        long index = 0;
        int count = samples.readNBytes(buffer, 0, BUFFER);
        while (count > 1) {
            for (int at = 0; at + 1 < count; at += 2) {
                int sample = Math.abs((buffer[at] & 0xFF) | buffer[at + 1] << 8);
                int step = (int) Math.min(steps - 1L, index * steps / Math.max(1, expected));
                peaks[step] = Math.max(peaks[step], sample);
                index++;
            }
            count = samples.readNBytes(buffer, 0, BUFFER);
        }
        List<Integer> waveform = new ArrayList<>(steps);
        for (int peak : peaks) {
            waveform.add(Math.min(LOUDEST, peak * LOUDEST / Short.MAX_VALUE));
        }
        return waveform;
    }
}
