package chat.natter.media.upload;

import chat.natter.contract.Problem;
import chat.natter.media.item.FileName;
import chat.natter.media.item.Mime;
import chat.natter.media.item.Sha256;
import chat.natter.media.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What a client says it is going to upload, checked. */
record Announcement(
        Mime mime, long size, Sha256 sha256, @Nullable FileName name) {
    static Announcement of(@Nullable AnnouncementJson json, long maxSize) {
        if (json == null) {
            throw new Refusal(Problem.BAD_REQUEST, "The body must be a JSON object.");
        }
        Long size = required("size", json.size());
        if (size < 1) {
            throw new Refusal(Problem.BAD_REQUEST, "size must be at least 1");
        }
        if (size > maxSize) {
            throw new Refusal(Problem.TOO_LARGE, "size may be at most " + maxSize);
        }
        String name = json.name();
        return new Announcement(
                Mime.parse(required("mime", json.mime())),
                size,
                Sha256.parse(required("sha256", json.sha256())),
                name == null ? null : new FileName(name));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Refusal(Problem.BAD_REQUEST, field + " is missing");
        }
        return value;
    }
}
