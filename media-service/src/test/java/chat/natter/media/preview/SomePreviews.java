package chat.natter.media.preview;

import chat.natter.media.storage.InMemoryObjects;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.SomeAddresses;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Previews for tests of other packages. */
public final class SomePreviews {
    private SomePreviews() {}

    public static PreviewStore in(InMemoryObjects objects) {
        return new PreviewStore(objects, new ObjectMapper());
    }

    /** Makes none. */
    public static QueuePreviews off(InMemoryObjects objects, ItemStore items) {
        return queue(objects, items, new SomePreviewConfig(false, 1, 1));
    }

    static QueuePreviews queue(InMemoryObjects objects, ItemStore items, PreviewConfig config) {
        PreviewThreads threads = new PreviewThreads(config);
        PreviewPicture picture =
                new PreviewPicture(objects, new DecodePicture(config, new DecodedPixels(config), threads), config);
        PreviewStreams none = new PreviewStreams(
                SomeAddresses.signUrls(), new AskFfmpeg(config, threads, new ObjectMapper()), config);
        PreviewStore store = in(objects);
        MakeWanted makeWanted = new MakeWanted(new MakePreview(picture, none), store, items, new SimpleMeterRegistry());
        return new QueuePreviews(makeWanted, store, threads, config);
    }
}
