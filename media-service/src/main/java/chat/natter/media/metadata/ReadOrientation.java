package chat.natter.media.metadata;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.File;
import java.io.IOException;
import net.coobird.thumbnailator.util.exif.Orientation;

/** How the camera was held. */
public final class ReadOrientation {
    private ReadOrientation() {}

    public static Orientation of(File file) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(file);
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer value = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            Orientation orientation = value == null ? null : Orientation.typeOf(value);
            return orientation == null ? Orientation.TOP_LEFT : orientation;
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // Damaged metadata of a picture that may be sound: it is shown as it lies.
            return Orientation.TOP_LEFT;
        }
    }

    /** Whether width and height change places. */
    public static boolean liesOnItsSide(Orientation orientation) {
        return switch (orientation) {
            case LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM -> true;
            case TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT -> false;
        };
    }
}
