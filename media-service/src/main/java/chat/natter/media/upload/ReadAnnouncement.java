package chat.natter.media.upload;

import chat.natter.contract.Problem;
import chat.natter.media.item.FileClaim;
import chat.natter.media.item.FileName;
import chat.natter.media.item.Mime;
import chat.natter.media.item.PartSize;
import chat.natter.media.item.Sha256;
import chat.natter.media.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Checks what a client says it is going to upload. */
final class ReadAnnouncement {
    private ReadAnnouncement() {}

    static FileClaim read(@Nullable AnnouncementJson json, UploadConfig limits) {
        if (json == null) {
            throw new Refusal(Problem.BAD_REQUEST, "The body must be a JSON object.");
        }
        long size = size(json, limits);
        String name = json.name();
        FileClaim file = new FileClaim(
                Mime.parse(required("mime", json.mime())),
                size,
                Sha256.parse(required("sha256", json.sha256())),
                partSize(json.partSize(), size, limits),
                name == null ? null : new FileName(name),
                Boolean.TRUE.equals(json.encrypted()),
                Boolean.TRUE.equals(json.removeMetadata()));
        if (file.withoutMetadata() && !canBeStripped(file)) {
            throw new Refusal(
                    Problem.BAD_REQUEST,
                    "removeMetadata is for image/jpeg of at most " + limits.maxSinglePut() + " bytes, not encrypted");
        }
        return file;
    }

    private static boolean canBeStripped(FileClaim file) {
        return file.mime().value().equals("image/jpeg") && file.partSize() == null && !file.encrypted();
    }

    private static long size(AnnouncementJson json, UploadConfig limits) {
        long size = required("size", json.size());
        if (size < 1) {
            throw new Refusal(Problem.BAD_REQUEST, "size must be at least 1");
        }
        if (size > limits.maxSize()) {
            throw new Refusal(Problem.TOO_LARGE, "size may be at most " + limits.maxSize());
        }
        return size;
    }

    private static @Nullable PartSize partSize(@Nullable Long bytes, long size, UploadConfig limits) {
        if (size <= limits.maxSinglePut()) {
            // Small enough for one PUT, whose hash is the file's own.
            if (bytes != null) {
                throw new Refusal(
                        Problem.BAD_REQUEST, "partSize is for files of more than " + limits.maxSinglePut() + " bytes");
            }
            return null;
        }
        if (bytes == null) {
            throw new Refusal(
                    Problem.BAD_REQUEST,
                    "A file of more than " + limits.maxSinglePut()
                            + " bytes travels in parts: give partSize, and as sha256 the hash of the parts' hashes");
        }
        return new PartSize(bytes);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Refusal(Problem.BAD_REQUEST, field + " is missing");
        }
        return value;
    }
}
