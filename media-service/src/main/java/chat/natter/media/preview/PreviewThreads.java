package chat.natter.media.preview;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads that make previews. What they do not come to do is found again by its mark in storage. */
@Singleton
class PreviewThreads {
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "preview-alarm");
        thread.setDaemon(true);
        return thread;
    });

    PreviewThreads(PreviewConfig config) {
        this.workers = new ThreadPoolExecutor(
                config.workers(),
                config.workers(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.queue()),
                task -> new Thread(task, "preview"));
    }

    ThreadPoolExecutor workers() {
        return workers;
    }

    ScheduledExecutorService alarm() {
        return alarm;
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
        alarm.shutdownNow();
    }
}
