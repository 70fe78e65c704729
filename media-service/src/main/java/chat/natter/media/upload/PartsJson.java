package chat.natter.media.upload;

import chat.natter.media.storage.PartStore.Part;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that are there. */
record PartsJson(long size, int count, String expiresAt, List<PartJson> parts) {
    PartsJson {
        parts = List.copyOf(parts);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartJson(int number, long size, @Nullable String sha256) {
        static PartJson of(Part part) {
            return new PartJson(
                    part.number(),
                    part.size(),
                    part.sha256() == null ? null : part.sha256().hex());
        }
    }
}
