package chat.natter.stack.server;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the servers that run from Maven's own jars share: the JVM of this command, and a class path in a file. */
final class JavaServer {
    private JavaServer() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path goes by environment: it is far too long for a readable process list. */
    static Map<String, String> classpath(Path serverHome) {
        return Map.of("CLASSPATH", read(serverHome));
    }

    static String read(Path serverHome) {
        try {
            return Files.readString(serverHome.resolve("classpath")).trim();
        } catch (IOException e) {
            throw new StackFailure(serverHome + " is not resolved: " + e.getMessage(), e);
        }
    }
}
