package chat.natter.media.upload;

import chat.natter.media.item.MediaItem;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Uploads by outcome, and their sizes. */
@Singleton
final class CountUploads {
    private final MeterRegistry registry;
    private final DistributionSummary bytes;

    CountUploads(MeterRegistry registry) {
        this.registry = registry;
        this.bytes = DistributionSummary.builder("natter.media.upload.bytes")
                .description("Sizes of completed uploads")
                .register(registry);
    }

    void count(String outcome) {
        registry.counter("natter.media.uploads", "outcome", outcome).increment();
    }

    void completed(MediaItem item) {
        count("completed");
        bytes.record((double) item.file().size());
    }
}
