package chat.natter.load.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a report is to be written to; how its name ends says what becomes of it. */
public record ReportFile(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String PAGE = ".html";
    private static final String DATA = ".json";

    public ReportFile {
        if (!path.toString().endsWith(PAGE) && !path.toString().endsWith(DATA)) {
            throw new IllegalArgumentException("a report's file ends in " + DATA + " or " + PAGE + ": " + path);
        }
    }

    /** Writes it, and the folders in which it lies; what was there before is replaced. */
    public void write(RunReport report) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String text = path.toString().endsWith(PAGE)
                ? WritePage.page(report)
                : JSON.writeValueAsString(report.asMap()) + "\n";
        Files.writeString(path, text);
    }
}
