package chat.natter.media.preview;

import chat.natter.media.item.MediaItem;
import chat.natter.media.metadata.ReadOrientation;
import chat.natter.media.preview.DrawThumbnail.Thumbnail;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Previews of pictures that Java decodes. The file lies on disk meanwhile, never in memory. */
@Singleton
final class PreviewPicture {
    private final ObjectStore objects;
    private final DecodePicture decodePicture;
    private final PreviewConfig config;

    PreviewPicture(ObjectStore objects, DecodePicture decodePicture, PreviewConfig config) {
        this.objects = objects;
        this.decodePicture = decodePicture;
        this.config = config;
    }

    Made make(MediaItem item) throws Exception {
        if (item.file().size() > config.maxFile()) {
            throw new NoPreview("the file is larger than " + config.maxFile() + " bytes");
        }
        Path copy = Files.createTempFile("natter-preview", null);
        try {
            fetch(item, copy);
            Orientation orientation = ReadOrientation.of(copy.toFile());
            return decodePicture.decode(copy.toFile(), item.file().mime(), decoded -> {
                Thumbnail thumbnail = DrawThumbnail.draw(decoded.image(), orientation, config.thumbnailSize());
                boolean onItsSide = ReadOrientation.liesOnItsSide(orientation);
                return new Made(
                        Preview.picture(
                                onItsSide ? decoded.height() : decoded.width(),
                                onItsSide ? decoded.width() : decoded.height(),
                                thumbnail.blurHash()),
                        thumbnail.jpeg());
            });
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void fetch(MediaItem item, Path copy) throws NoPreview {
        boolean fetched = objects.read(
                        ObjectKey.object(item.id()),
                        object -> Files.copy(object.bytes(), copy, StandardCopyOption.REPLACE_EXISTING))
                .isPresent();
        if (!fetched) {
            throw new NoPreview("the file was removed");
        }
    }
}
