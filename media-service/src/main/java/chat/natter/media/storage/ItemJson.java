package chat.natter.media.storage;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.media.item.FileClaim;
import chat.natter.media.item.FileName;
import chat.natter.media.item.MediaItem;
import chat.natter.media.item.Mime;
import chat.natter.media.item.PartSize;
import chat.natter.media.item.Sha256;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The form of an item in storage. Fields may be added, never renamed: old ones lie there for years. */
@Singleton
public final class ItemJson {
    private final ObjectMapper mapper;

    public ItemJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Stored(
            String id,
            String owner,
            String mime,
            long size,
            String sha256,
            @Nullable String name,
            String createdAt,
            @Nullable Long partSize,
            @Nullable Boolean encrypted,
            @Nullable Boolean withoutMetadata,
            @Nullable String uploadId) {}

    byte[] write(MediaItem item) {
        return write(new Slot(item, null));
    }

    byte[] write(Slot slot) {
        MediaItem item = slot.item();
        FileClaim file = item.file();
        FileName name = file.name();
        PartSize partSize = file.partSize();
        try {
            return mapper.writeValueAsBytes(new Stored(
                    item.id().value(),
                    item.owner().value(),
                    file.mime().value(),
                    file.size(),
                    file.sha256().hex(),
                    name == null ? null : name.value(),
                    item.createdAt().toString(),
                    partSize == null ? null : partSize.bytes(),
                    file.encrypted() ? true : null,
                    file.withoutMetadata() ? true : null,
                    slot.uploadId()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an item has no field that JSON cannot express", e);
        }
    }

    Slot read(byte[] json) {
        Stored stored = parse(json);
        FileClaim file = new FileClaim(
                new Mime(stored.mime),
                stored.size,
                new Sha256(stored.sha256),
                stored.partSize == null ? null : new PartSize(stored.partSize),
                stored.name == null ? null : new FileName(stored.name),
                Boolean.TRUE.equals(stored.encrypted),
                Boolean.TRUE.equals(stored.withoutMetadata));
        MediaItem item =
                new MediaItem(new MediaId(stored.id), new UserId(stored.owner), file, Instant.parse(stored.createdAt));
        return new Slot(item, stored.uploadId);
    }

    private Stored parse(byte[] json) {
        try {
            return mapper.readValue(json, Stored.class);
        } catch (IOException e) {
            throw new IllegalStateException("the description of a medium is damaged", e);
        }
    }
}
