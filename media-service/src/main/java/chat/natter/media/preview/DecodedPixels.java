package chat.natter.media.preview;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** Bounds the memory of all pictures that are decoded at the same time. */
@Singleton
final class DecodedPixels {
    private static final int BYTES_PER_PIXEL = 4;

    /** What is done while the memory is reserved. */
    interface Decoding<T> {
        T decode() throws Exception;
    }

    private final int bytes;
    private final Semaphore free;

    DecodedPixels(PreviewConfig config) {
        this.bytes = config.memory();
        this.free = new Semaphore(bytes, true);
    }

    boolean canHold(long pixels) {
        return pixels * BYTES_PER_PIXEL <= bytes;
    }

    /** Waits until so many pixels fit. */
    <T> T with(long pixels, Decoding<T> decoding) throws Exception {
        int needed = Math.toIntExact(pixels * BYTES_PER_PIXEL);
        free.acquire(needed);
        try {
            return decoding.decode();
        } finally {
            free.release(needed);
        }
    }
}
