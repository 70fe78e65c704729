package chat.natter.media.download;

import chat.natter.contract.Problem;
import chat.natter.media.item.MediaItem;
import chat.natter.media.preview.Preview;
import chat.natter.media.preview.QueuePreviews;
import chat.natter.media.problem.Refusal;
import chat.natter.media.storage.SignUrls;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a receiver sees before loading the file. */
@Path("/v1/media/{id}")
@Authenticated
class PreviewResource {
    private final FindMedium findMedium;
    private final QueuePreviews previews;
    private final SignUrls signUrls;
    private final DownloadConfig config;

    PreviewResource(FindMedium findMedium, QueuePreviews previews, SignUrls signUrls, DownloadConfig config) {
        this.findMedium = findMedium;
        this.previews = previews;
        this.signUrls = signUrls;
        this.config = config;
    }

    @GET
    @Path("/preview")
    @Produces(MediaType.APPLICATION_JSON)
    public Preview preview(@PathParam("id") String id) {
        return previews.now(findMedium.find(id));
    }

    @GET
    @Path("/thumbnail")
    public Response thumbnail(@PathParam("id") String id) {
        MediaItem item = findMedium.find(id);
        if (!previews.now(item).thumbnail()) {
            throw new Refusal(Problem.NOT_FOUND, "There is no thumbnail, or not yet.");
        }
        return Redirect.to(signUrls.getThumbnail(item, config.lifetime()));
    }
}
