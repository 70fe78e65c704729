package chat.natter.media.upload;

import chat.natter.media.item.FileClaim;
import chat.natter.media.item.Mime;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/**
 * Finds files that are not what they are said to be, from their first bytes. Whoever claims a type that browsers show
 * must have the bytes of that type; whoever claims less (an unknown or a more general type) gains nothing by it.
 */
@Singleton
final class SniffType {
    /** Enough for every signature that Tika knows. */
    private static final int START = 64 * 1024;

    /** One container, many names: which of them fits depends on what is inside, and nobody is harmed by the others. */
    private static final List<Set<String>> ONE_CONTAINER = List.of(
            Set.of(
                    "video/mp4",
                    "audio/mp4",
                    "application/mp4",
                    "video/quicktime",
                    "application/quicktime",
                    "video/x-m4v",
                    "video/3gpp",
                    "video/3gpp2"),
            Set.of("video/webm", "audio/webm", "video/x-matroska", "audio/x-matroska", "application/x-matroska"),
            Set.of(
                    "audio/ogg",
                    "video/ogg",
                    "application/ogg",
                    "audio/opus",
                    "audio/vorbis",
                    "audio/speex",
                    "audio/x-oggflac",
                    "video/theora"),
            Set.of("audio/wav", "audio/x-wav", "audio/vnd.wave"),
            Set.of("audio/aac", "audio/x-aac"),
            Set.of("image/avif", "image/heif", "image/heic"));

    private final ObjectStore objects;
    private final Tika tika = new Tika();
    private final MediaTypeRegistry registry = TikaConfig.getDefaultConfig().getMediaTypeRegistry();

    SniffType(ObjectStore objects) {
        this.objects = objects;
    }

    /** What it really is, if that is not what was claimed. */
    Optional<Mime> lie(ObjectKey key, FileClaim file) {
        if (file.encrypted()) {
            return Optional.empty();
        }
        return objects.start(key, START).flatMap(start -> lie(start, file.mime()));
    }

    Optional<Mime> lie(byte[] start, Mime claimed) {
        Mime found = Mime.parse(tika.detect(start));
        return fits(found, claimed) ? Optional.empty() : Optional.of(found);
    }

    private boolean fits(Mime found, Mime claimed) {
        if (ONE_CONTAINER.stream().anyMatch(one -> one.contains(found.value()) && one.contains(claimed.value()))) {
            return true;
        }
        MediaType is = registry.normalize(MediaType.parse(found.value()));
        MediaType said = registry.normalize(MediaType.parse(claimed.value()));
        if (is.equals(said)) {
            return true;
        }
        if (claimed.isInert()) {
            return false;
        }
        // A zip said to be a text document, an unknown signature said to be anything, a page said to be plain text.
        return registry.isSpecializationOf(said, is) || registry.isSpecializationOf(is, said) || isUnknown(is);
    }

    private static boolean isUnknown(MediaType type) {
        return type.equals(MediaType.OCTET_STREAM) || type.equals(MediaType.TEXT_PLAIN);
    }
}
