package chat.natter.load.compare;

import chat.natter.load.compare.trial.TrialResult;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON file for each contender, replaced when it is measured again, and the report of all of them. */
record ResultFiles(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void write(ContenderName contender, List<TrialResult> results) throws IOException {
        Files.createDirectories(folder);
        JSON.writeValue(file(contender).toFile(), results);
    }

    /** What is there, in the order in which contenders are shown. */
    Map<ContenderName, List<TrialResult>> readAll() throws IOException {
        Map<ContenderName, List<TrialResult>> all = new LinkedHashMap<>();
        for (ContenderName contender : ContenderName.values()) {
            Path file = file(contender);
            if (Files.exists(file)) {
                all.put(contender, JSON.readValue(file.toFile(), new TypeReference<>() {}));
            }
        }
        return all;
    }

    Path writeReport(String html) throws IOException {
        return Files.writeString(folder.resolve("report.html"), html);
    }

    private Path file(ContenderName contender) {
        return folder.resolve(contender + ".json");
    }
}
