package chat.natter.load.compare.trial;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the first thing that went wrong. */
final class Failures implements Consumer<String> {
    private final AtomicReference<@Nullable String> first = new AtomicReference<>();

    @Override
    public void accept(String what) {
        first.compareAndSet(null, what);
    }

    @Nullable
    String first() {
        return first.get();
    }
}
