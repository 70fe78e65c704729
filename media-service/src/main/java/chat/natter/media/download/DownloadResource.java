package chat.natter.media.download;

import chat.natter.contract.Problem;
import chat.natter.media.caller.PathId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.problem.Refusal;
import chat.natter.media.storage.ItemStore;
import chat.natter.media.storage.SignUrls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * Sends a reader on to object storage. For now any user who knows the id may read: ids have 74 random bits and travel
 * only in messages. The check of membership comes with the references from conversations to media.
 */
@Path("/v1/media/{id}")
@Authenticated
class DownloadResource {
    private final ItemStore items;
    private final SignUrls signUrls;
    private final DownloadConfig config;
    private final Counter redirects;

    DownloadResource(ItemStore items, SignUrls signUrls, DownloadConfig config, MeterRegistry registry) {
        this.items = items;
        this.signUrls = signUrls;
        this.config = config;
        this.redirects = Counter.builder("natter.media.downloads")
                .description("Readers sent on to object storage")
                .register(registry);
    }

    @GET
    public Response download(@PathParam("id") String id) {
        MediaItem item = items.complete(PathId.read(id))
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND, Problem.NOT_FOUND.title()));
        URI url = signUrls.get(item, ContentDisposition.of(item), config.lifetime());
        redirects.increment();
        // The address expires, and is meant for this reader.
        return Response.status(Response.Status.FOUND)
                .location(url)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
