package chat.natter.media.preview;

import chat.natter.media.item.MediaItem;
import jakarta.inject.Singleton;

/** Makes the preview of one verified file. Repeating it does no harm. */
@Singleton
final class MakePreview {
    private final PreviewPicture picture;
    private final PreviewStreams streams;

    MakePreview(PreviewPicture picture, PreviewStreams streams) {
        this.picture = picture;
        this.streams = streams;
    }

    Made make(MediaItem item) throws Exception {
        try {
            return DecodePicture.canDecode(item.file().mime()) ? picture.make(item) : streams.make(item);
        } catch (NoPreview e) {
            return new Made(Preview.none(e.reason()), null);
        }
    }
}
