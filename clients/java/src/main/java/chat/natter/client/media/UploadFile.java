package chat.natter.client.media;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import chat.natter.client.rest.MediaApi;
import chat.natter.client.rest.MediaFile;
import chat.natter.client.rest.UploadSlot;
import chat.natter.contract.MediaId;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Brings a file to the object store. A large one goes in parts, two at a time; what fails for a while is tried again,
 * and an upload that was broken off goes on with the parts that are missing.
 */
public final class UploadFile {
    private static final String UNKNOWN = "application/octet-stream";

    private final MediaApi api;
    private final UnfinishedUploads unfinished;
    private final TryAgain again;

    public UploadFile(MediaApi api, UnfinishedUploads unfinished) {
        this(api, unfinished, Duration.ofSeconds(1));
    }

    UploadFile(MediaApi api, UnfinishedUploads unfinished, Duration firstPause) {
        this.api = api;
        this.unfinished = unfinished;
        this.again = new TryAgain(firstPause);
    }

    /**
     * Blocks until the file can be sent.
     *
     * @param progress told how many bytes are there or on their way, from threads of its own, one at a time
     * @throws IOException if the file cannot be read
     * @throws ApiRefused if the server does not want it
     * @throws ApiUnreachable if no server answers for half a minute
     */
    public UploadedFile upload(Path path, LongConsumer progress) throws IOException {
        FileParts parts = FileParts.of(path);
        if (parts.size() == 0) {
            throw new IOException("the file is empty");
        }
        String type = Files.probeContentType(path);
        MediaFile file = new MediaFile(
                type == null ? UNKNOWN : type,
                parts.size(),
                parts.sha256OfAll(),
                String.valueOf(path.getFileName()),
                parts.isWhole() ? null : parts.partSize());
        SendBytes bytes = new SendBytes(api, parts, again, progress);
        return bytesOf(file, bytes);
    }

    private UploadedFile bytesOf(MediaFile file, SendBytes bytes) {
        Optional<MediaId> begun = unfinished.find(file.sha256());
        if (begun.isPresent()) {
            Optional<Set<Integer>> there = again.run(() -> partsThere(begun.get()));
            if (there.isPresent()) {
                bytes.parts(begun.get(), there.get());
                return complete(file, begun.get());
            }
        }
        UploadSlot slot = again.run(() -> api.announce(file));
        if (slot instanceof UploadSlot.Known known) {
            return uploaded(file, known.mediaId(), known.preview());
        }
        if (slot instanceof UploadSlot.OnePut one) {
            bytes.whole(one.put());
        } else {
            unfinished.remember(file.sha256(), slot.mediaId());
            bytes.parts(slot.mediaId(), Set.of());
        }
        return complete(file, slot.mediaId());
    }

    /** Empty if that upload is over: too late, complete, or removed. */
    private Optional<Set<Integer>> partsThere(MediaId media) {
        try {
            return Optional.of(api.partsThere(media));
        } catch (ApiRefused e) {
            return switch (e.status()) {
                case 403, 404, 409, 410 -> Optional.empty();
                default -> throw e;
            };
        }
    }

    private UploadedFile complete(MediaFile file, MediaId media) {
        try {
            return uploaded(file, media, again.run(() -> api.complete(media)));
        } finally {
            // Refused or not, it does not go on from here.
            unfinished.forget(file.sha256());
        }
    }

    private static UploadedFile uploaded(MediaFile file, MediaId media, JsonNode preview) {
        return new UploadedFile(media, file.mime(), file.size(), file.name(), preview);
    }
}
