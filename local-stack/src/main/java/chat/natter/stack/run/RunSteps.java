package chat.natter.stack.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs steps side by side, each as soon as its needs are met. The first failure ends it all: nothing more begins, what
 * runs is interrupted, and the failure is thrown after everything has come to rest.
 */
final class RunSteps {
    private RunSteps() {}

    /** A step must come after the steps that it needs; a need that is no step counts as met. */
    static void run(List<Step> steps) {
        ExecutorService threads = Executors.newCachedThreadPool();
        Map<String, CompletableFuture<Void>> done = new LinkedHashMap<>();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (Step step : steps) {
            List<CompletableFuture<Void>> needs = new ArrayList<>();
            step.needs().forEach(need -> needs.add(done.getOrDefault(need, CompletableFuture.completedFuture(null))));
            CompletableFuture<Void> result = CompletableFuture.allOf(needs.toArray(CompletableFuture[]::new))
                    .thenRunAsync(step.action(), threads)
                    .whenComplete((nothing, thrown) -> {
                        if (thrown != null) {
                            failure.completeExceptionally(thrown);
                        }
                    });
            done.put(step.name(), result);
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(done.values().toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failure).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdownNow();
            awaitRest(threads);
        }
    }

    private static void awaitRest(ExecutorService threads) {
        try {
            if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("steps do not end when they are interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
