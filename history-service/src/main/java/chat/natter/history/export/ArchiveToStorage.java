package chat.natter.history.export;

import chat.natter.history.job.JobId;
import chat.natter.history.job.JobRun;
import chat.natter.history.job.JobWork;
import chat.natter.history.objects.PackageStore;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/**
 * Writes an export of the company's to object storage, in files that whoever asked may fetch as soon as they are whole.
 * An attempt that was broken off is gone on with after the last whole file.
 */
@Singleton
final class ArchiveToStorage implements JobWork {
    static final String KIND = "archive";

    private final WriteArchive writeArchive;
    private final PackageStore packages;
    private final ObjectMapper json;
    private final ArchiveJson archiveJson;
    private final ArchiveExportConfig config;

    ArchiveToStorage(
            WriteArchive writeArchive,
            PackageStore packages,
            ObjectMapper json,
            ArchiveJson archiveJson,
            ArchiveExportConfig config) {
        this.writeArchive = writeArchive;
        this.packages = packages;
        this.json = json;
        this.archiveJson = archiveJson;
        this.config = config;
    }

    /** Where the files of that job lie, and those that its broken attempts have left. */
    static String folder(JobId id) {
        return "archive/" + id + "/";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        try (WriteParts parts =
                new WriteParts(run, folder(run.job().id()), packages, json, archiveJson, config.partEntries())) {
            writeArchive.write(archiveJson.order(run.job()).request(parts.after()), parts::write);
            return parts.end();
        }
    }
}
