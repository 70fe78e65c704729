package chat.natter.media.upload;

import chat.natter.media.item.FileClaim;
import chat.natter.media.storage.Attested;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import chat.natter.media.storage.ObjectStore.Stat;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Compares length and hash of an object with what was announced. Asks S3 for the hash that it verified itself; only
 * where S3 has none are the bytes read, once and through a small buffer.
 */
@Singleton
final class CheckBytes {
    /** What was found; {@code version} is the one that was compared. */
    sealed interface Found {
        record Nothing() implements Found {}

        record Other() implements Found {}

        record Same(String version) implements Found {}
    }

    private final ObjectStore objects;

    CheckBytes(ObjectStore objects) {
        this.objects = objects;
    }

    Found check(ObjectKey key, FileClaim file) {
        Optional<Stat> stat = objects.stat(key);
        if (stat.isEmpty()) {
            return new Found.Nothing();
        }
        if (stat.get().size() != file.size()) {
            return new Found.Other();
        }
        Attested attested = stat.get().attested();
        if (attested != null && attested.speaksOf(file)) {
            return attested.sha256().equals(file.sha256())
                    ? new Found.Same(stat.get().version())
                    : new Found.Other();
        }
        return objects.read(key, object -> Fingerprint.of(object, file))
                .<Found>map(actual ->
                        actual.size() == file.size() && actual.sha256().equals(file.sha256())
                                ? new Found.Same(actual.version())
                                : new Found.Other())
                .orElseGet(Found.Nothing::new);
    }
}
