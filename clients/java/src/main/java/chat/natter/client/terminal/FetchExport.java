package chat.natter.client.terminal;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import chat.natter.client.rest.Export;
import chat.natter.client.rest.ExportApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Asks for a package of all one's messages, waits for it and stores it, while the chat goes on. */
final class FetchExport {
    private static final long POLL_MILLIS = 1_000;
    private static final int OK = 200;

    private final ExportApi exports;
    private final Screen screen;
    private final Executor chat;
    private boolean running;

    FetchExport(ExportApi exports, Screen screen, Executor chat) {
        this.exports = exports;
        this.screen = screen;
        this.chat = chat;
    }

    boolean isRunning() {
        return running;
    }

    /** Called, and calls back, on the chat's own thread. */
    void fetch(Path file) {
        if (running || Files.exists(file)) {
            screen.note(running ? "an export is under way" : file + " is there already");
            return;
        }
        running = true;
        screen.note("asking for all your messages…");
        Thread thread = new Thread(() -> work(file), "export");
        thread.setDaemon(true);
        thread.start();
    }

    private void work(Path file) {
        try {
            String outcome = store(await(askOrGoOn()), file);
            end(outcome);
        } catch (ApiRefused e) {
            end("no export (" + e.code() + "): " + e.getMessage());
        } catch (IOException | ApiUnreachable | ChatFailure e) {
            end("no export: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that was asked for before and is not ready yet is as good. */
    private Export askOrGoOn() {
        return exports.last().filter(Export::isOpen).orElseGet(() -> exports.ask(ZoneId.systemDefault()));
    }

    private Export await(Export asked) throws InterruptedException {
        Export export = asked;
        while (export.isOpen()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            export = exports.read(asked.id());
            String progress = "export: " + export.messages() + " of about " + export.about() + " messages";
            chat.execute(() -> screen.progress(progress));
        }
        return export;
    }

    private String store(Export export, Path file) throws IOException, InterruptedException {
        if (!export.isReady()) {
            return "no export: it has " + export.state();
        }
        URI address = exports.address(export.id());
        HttpResponse<Path> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(file));
        if (answer.statusCode() != OK) {
            Files.delete(file);
            return "no export: the object store answered " + answer.statusCode();
        }
        return export.messages() + " messages are in " + file + "; open its index.html";
    }

    private void end(String outcome) {
        chat.execute(() -> {
            running = false;
            screen.progress("");
            screen.note(outcome);
        });
    }
}
