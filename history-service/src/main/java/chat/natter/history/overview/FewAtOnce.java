package chat.natter.history.overview;

import chat.natter.history.message.JoinAll;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Does the same for many things, a few of them at a time, on threads of its own: each mostly waits for the store, and
 * one after the other they would wait for long. All requests share the few, so that a long list does not starve what
 * else the store is asked for.
 */
@Singleton
final class FewAtOnce {
    static final int FEW = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(FEW, work -> {
        Thread thread = new Thread(work, "few-at-once");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * The results, in the order of the things; throws what any of them has thrown. The work must not come back here.
     */
    <T, R> List<R> map(List<T> things, Function<T, R> work) {
        List<CompletableFuture<R>> results = things.stream()
                .map(thing -> CompletableFuture.supplyAsync(() -> work.apply(thing), threads))
                .toList();
        try {
            return JoinAll.of(results);
        } catch (RuntimeException e) {
            results.forEach(result -> result.cancel(false));
            throw e;
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
