package chat.natter.load.crowd;

import java.util.List;
import java.util.function.Consumer;

/** Does something for each of many, so many in a second. */
public final class AtRate {
    private AtRate() {}

    public static <T> void forEach(List<T> all, int perSecond, Consumer<T> what) throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < all.size(); i++) {
            while (i > (System.nanoTime() - began) / 1e9 * perSecond) {
                Thread.sleep(1);
            }
            what.accept(all.get(i));
        }
    }
}
