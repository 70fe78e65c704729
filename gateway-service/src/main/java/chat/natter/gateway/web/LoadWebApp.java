package chat.natter.gateway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the whole app into memory: less than a megabyte, and no request can name a file that was not there. */
final class LoadWebApp {
    private static final String INDEX = "/index.html";
    /** Vite names these by their content. */
    private static final String NAMED_BY_CONTENT = "/assets/";

    private LoadWebApp() {}

    /** By path; the app itself is at {@code /}. */
    static Map<String, WebFile> from(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            Map<String, WebFile> app =
                    files.stream().collect(Collectors.toMap(file -> path(folder, file), file -> load(folder, file)));
            if (!app.containsKey("/")) {
                throw new IllegalStateException("natter.gateway.web-app.folder: " + folder + " has no index.html");
            }
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException("natter.gateway.web-app.folder cannot be read: " + folder, e);
        }
    }

    private static WebFile load(Path folder, Path file) {
        String path = path(folder, file);
        // The app at / is the file index.html.
        return WebFile.of(file.toString(), read(file), path.startsWith(NAMED_BY_CONTENT));
    }

    private static String path(Path folder, Path file) {
        String path = "/" + folder.relativize(file).toString().replace('\\', '/');
        return path.equals(INDEX) ? "/" : path;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
