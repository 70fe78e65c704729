package chat.natter.stack.run;

import chat.natter.stack.report.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs steps side by side, each as soon as its needs are met. The first failure ends it all: nothing more begins, what
 * runs is interrupted, and the failure is thrown after everything has come to rest, or was given the time to.
 */
final class RunSteps {
    private static final Duration REST_WITHIN = Duration.ofSeconds(30);

    private RunSteps() {}

    /** A step must come after the steps that it needs; a need that is no step counts as met. */
    static void run(List<Step> steps) {
        run(steps, REST_WITHIN);
    }

    static void run(List<Step> steps, Duration restWithin) {
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
            RuntimeException cause = e.getCause() instanceof RuntimeException thrown ? thrown : e;
            threads.shutdownNow();
            if (!comesToRest(threads, restWithin)) {
                cause.addSuppressed(
                        new StackFailure("These do not end though they were interrupted: " + running(steps, done)));
            }
            throw cause;
        }
        threads.shutdown();
    }

    private static boolean comesToRest(ExecutorService threads, Duration within) {
        try {
            return threads.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What has begun and not ended. */
    private static String running(List<Step> steps, Map<String, CompletableFuture<Void>> results) {
        Set<String> unfinished = results.entrySet().stream()
                .filter(result -> !result.getValue().isDone())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> unfinished.contains(step.name()) && Collections.disjoint(step.needs(), unfinished))
                .map(Step::name)
                .collect(Collectors.joining(", "));
    }
}
