package chat.natter.load.media;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs steps of many files at the same time, and takes the time of each step. */
final class AllAtOnce implements AutoCloseable {
    private final ExecutorService threads;

    AllAtOnce(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /** What came of a step, and how long all of it took. */
    record Timed<T>(List<T> results, double millis) {}

    <T> Timed<T> run(List<Callable<T>> step) throws InterruptedException {
        long began = System.nanoTime();
        List<Future<T>> running = threads.invokeAll(step);
        double millis = (System.nanoTime() - began) / 1e6;
        List<T> results = new ArrayList<>(running.size());
        for (Future<T> one : running) {
            try {
                results.add(one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return new Timed<>(results, millis);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
