package chat.natter.media.download;

import chat.natter.media.item.MediaItem;
import chat.natter.media.storage.SignUrls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Sends a reader on to object storage. */
@Path("/v1/media/{id}")
@Authenticated
class DownloadResource {
    private final FindMedium findMedium;
    private final SignUrls signUrls;
    private final DownloadConfig config;
    private final Counter redirects;

    DownloadResource(FindMedium findMedium, SignUrls signUrls, DownloadConfig config, MeterRegistry registry) {
        this.findMedium = findMedium;
        this.signUrls = signUrls;
        this.config = config;
        this.redirects = Counter.builder("natter.media.downloads")
                .description("Readers sent on to object storage")
                .register(registry);
    }

    @GET
    public Response download(@PathParam("id") String id) {
        MediaItem item = findMedium.find(id);
        redirects.increment();
        return Redirect.to(signUrls.get(item, ContentDisposition.of(item), config.lifetime()));
    }
}
