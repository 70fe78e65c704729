package chat.natter.history.export;

import chat.natter.history.job.Job;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Orders and parts as they are kept with a job. */
@Singleton
final class ArchiveJson {
    private final ObjectMapper json;

    ArchiveJson(ObjectMapper json) {
        this.json = json;
    }

    ArchiveOrder order(Job job) {
        return read(job.request(), ArchiveOrder.class);
    }

    ArchiveParts parts(Job job) {
        return job.place().isEmpty() ? ArchiveParts.NONE : read(job.place(), ArchiveParts.class);
    }

    String of(Object kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can be written", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job that this version cannot read", e);
        }
    }
}
