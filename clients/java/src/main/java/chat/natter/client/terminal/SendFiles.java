package chat.natter.client.terminal;

import chat.natter.client.media.UploadFile;
import chat.natter.client.media.UploadedFile;
import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Uploads one file after the other, while the chat goes on. Called, and calls back, on the chat's own thread. */
final class SendFiles {
    private static final int BAR_WIDTH = 76;
    private static final int BAR_INTERVAL_MILLIS = 200;
    private static final int MIB = 1024 * 1024;

    private final UploadFile uploadFile;
    private final Screen screen;
    private final Executor chat;
    private final ExecutorService uploads = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "upload");
        thread.setDaemon(true);
        return thread;
    });
    private int open;

    SendFiles(UploadFile uploadFile, Screen screen, Executor chat) {
        this.uploadFile = uploadFile;
        this.screen = screen;
        this.chat = chat;
    }

    /** Whether files are still on their way. */
    boolean anyOpen() {
        return open > 0;
    }

    void send(Path file, Consumer<UploadedFile> whenThere) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            screen.note("there is no file " + file + " that can be read");
            return;
        }
        open++;
        uploads.execute(() -> upload(file, whenThere));
    }

    private void upload(Path file, Consumer<UploadedFile> whenThere) {
        try (ProgressBar bar = bar(file)) {
            UploadedFile uploaded = uploadFile.upload(file, bar::stepTo);
            end(() -> whenThere.accept(uploaded));
        } catch (ApiRefused e) {
            end(() -> screen.note("not sent (" + e.code() + "): " + e.getMessage()));
        } catch (IOException | ApiUnreachable | ChatFailure e) {
            end(() -> screen.note("not sent: " + e.getMessage()));
        }
    }

    private ProgressBar bar(Path file) throws IOException {
        return new ProgressBarBuilder()
                .setTaskName(PrintableText.of(String.valueOf(file.getFileName())))
                .setInitialMax(Files.size(file))
                .setUnit(" MiB", MIB)
                .setUpdateIntervalMillis(BAR_INTERVAL_MILLIS)
                .setConsumer(
                        new DelegatingProgressBarConsumer(line -> chat.execute(() -> screen.progress(line)), BAR_WIDTH))
                .build();
    }

    private void end(Runnable last) {
        chat.execute(() -> {
            open--;
            screen.progress("");
            last.run();
        });
    }
}
