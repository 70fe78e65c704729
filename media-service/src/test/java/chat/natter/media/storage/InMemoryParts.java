package chat.natter.media.storage;

import chat.natter.media.item.Sha256;
import chat.natter.media.item.SomeItems;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The port's sibling for tests, over an {@link InMemoryObjects}. Passes the same contract test as the one in S3. */
public final class InMemoryParts implements PartStore {
    private record Upload(ObjectKey key, Map<Integer, byte[]> parts) {}

    private final InMemoryObjects objects;
    private final Map<String, Upload> uploads = new TreeMap<>();
    private int begun;

    public InMemoryParts(InMemoryObjects objects) {
        this.objects = objects;
    }

    @Override
    public String begin(ObjectKey key, String contentType) {
        begun++;
        uploads.put("upload-" + begun, new Upload(key, new TreeMap<>()));
        return "upload-" + begun;
    }

    /** What a client does by a presigned address. */
    public void put(@Nullable String uploadId, int number, byte[] bytes) {
        upload(uploadId).orElseThrow().parts.put(number, bytes);
    }

    @Override
    public List<Part> parts(ObjectKey key, String uploadId) {
        return upload(uploadId).map(InMemoryParts::listed).orElse(List.of());
    }

    private static List<Part> listed(Upload upload) {
        return upload.parts.entrySet().stream()
                .map(part -> {
                    Sha256 sha256 = SomeItems.sha256(part.getValue());
                    return new Part(part.getKey(), part.getValue().length, sha256.hex(), sha256);
                })
                .toList();
    }

    @Override
    public boolean join(ObjectKey key, String uploadId, List<Part> parts) {
        Optional<Upload> upload = upload(uploadId).filter(open -> listed(open).equals(parts));
        if (upload.isEmpty()) {
            return false;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        upload.get().parts.values().forEach(whole::writeBytes);
        Sha256 hash = Sha256.ofParts(parts.stream().map(Part::sha256).toList());
        objects.putAttested(key, whole.toByteArray(), new Attested(hash, parts.size()));
        uploads.remove(uploadId);
        return true;
    }

    @Override
    public void abandon(ObjectKey key, String uploadId) {
        uploads.remove(uploadId);
    }

    @Override
    public List<OpenUpload> open() {
        return uploads.entrySet().stream()
                .map(upload -> new OpenUpload(upload.getValue().key, upload.getKey(), SomeItems.NOW))
                .toList();
    }

    private Optional<Upload> upload(@Nullable String uploadId) {
        return Optional.ofNullable(uploadId).map(uploads::get);
    }
}
