package chat.natter.history.export;

import chat.natter.history.job.JobRun;
import chat.natter.history.job.JobWork.Outcome;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.JsonLine;
import chat.natter.history.message.MessageJson;
import chat.natter.history.objects.PackageStore;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes entries to one file after the other, and keeps with the job which of them are whole. For one thread. */
final class WriteParts implements AutoCloseable {
    /** Entries after which the job is told that the work goes on. */
    private static final int TELL_EVERY = 100;

    private final JobRun run;
    private final String folder;
    private final PackageStore packages;
    private final ObjectMapper json;
    private final ArchiveJson archiveJson;
    private final int partEntries;
    private ArchiveParts parts;
    private @Nullable OpenPart open;
    private String last = "";

    WriteParts(
            JobRun run,
            String folder,
            PackageStore packages,
            ObjectMapper json,
            ArchiveJson archiveJson,
            int partEntries) {
        this.run = run;
        this.folder = folder;
        this.packages = packages;
        this.json = json;
        this.archiveJson = archiveJson;
        this.partEntries = partEntries;
        this.parts = archiveJson.parts(run.job());
    }

    /** The last entry of what earlier attempts have written; null if there is none. */
    @Nullable
    String after() {
        return parts.after();
    }

    void write(ArchivedMessage entry) {
        OpenPart part = open == null ? begin() : open;
        open = part;
        part.write(JsonLine.of(MessageJson.of(entry), json));
        last = new ExportRequest.Place(entry.conversation(), entry.seq()).toString();
        if (part.entries() >= partEntries) {
            finish(part);
        } else if (part.entries() % TELL_EVERY == 0) {
            run.advanced(parts.entries() + part.entries(), 0);
        }
    }

    /** Returns once the last file is there. */
    Outcome end() {
        if (open != null) {
            finish(open);
        }
        return new Outcome(folder, parts.bytes(), parts.entries());
    }

    private OpenPart begin() {
        // No other attempt ever has this version of the job, so that none writes over what another one has made.
        String key = String.format(
                Locale.ROOT,
                "%s%05d-%d.jsonl.gz",
                folder,
                parts.parts().size() + 1,
                run.job().version());
        return new OpenPart(key, packages.begin(key, "application/gzip"));
    }

    private void finish(OpenPart part) {
        parts = parts.with(part.complete(), last);
        open = null;
        run.reached(parts.entries(), 0, archiveJson.of(parts));
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }
}
