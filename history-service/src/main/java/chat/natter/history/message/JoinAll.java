package chat.natter.history.message;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for what was begun at the same time. */
public final class JoinAll {
    private JoinAll() {}

    /** The results, in the order of the futures; throws what any of them has thrown, as it was thrown. */
    public static <R> List<R> of(List<CompletableFuture<R>> begun) {
        try {
            return begun.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
