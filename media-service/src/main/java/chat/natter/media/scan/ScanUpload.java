package chat.natter.media.scan;

import chat.natter.media.item.FileClaim;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for viruses in what was uploaded, if a scanner is configured. Files that clients encrypted say nothing to it,
 * and files over its bound pass unseen.
 */
@Singleton
public final class ScanUpload {
    private final ObjectStore objects;
    private final ScanConfig config;

    ScanUpload(ObjectStore objects, ScanConfig config) {
        this.objects = objects;
        this.config = config;
    }

    /** The name of what was found in that version; empty also if the object has been replaced, which others notice. */
    public Optional<String> scan(ObjectKey key, String version, FileClaim file) {
        if (config.clamdHost().isEmpty() || file.encrypted() || file.size() > config.maxFile()) {
            return Optional.empty();
        }
        AskClamd clamd =
                new AskClamd(new InetSocketAddress(config.clamdHost().get(), config.clamdPort()), config.timeout());
        return objects.read(
                        key,
                        object -> object.version().equals(version)
                                ? clamd.about(object.bytes())
                                : Optional.<String>empty())
                .flatMap(Function.identity());
    }
}
