package chat.natter.media.upload;

import chat.natter.contract.InvalidId;
import chat.natter.contract.MediaId;
import chat.natter.contract.Problem;
import chat.natter.media.caller.CurrentUser;
import chat.natter.media.problem.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Announces and completes uploads. */
@Path("/v1/media")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class UploadsResource {
    private final OpenSlot openSlot;
    private final CompleteUpload completeUpload;
    private final UploadConfig config;
    private final CurrentUser currentUser;
    private final CountUploads count;

    UploadsResource(
            OpenSlot openSlot,
            CompleteUpload completeUpload,
            UploadConfig config,
            CurrentUser currentUser,
            CountUploads count) {
        this.openSlot = openSlot;
        this.completeUpload = completeUpload;
        this.config = config;
        this.currentUser = currentUser;
        this.count = count;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@Nullable AnnouncementJson json) {
        Announcement announcement = Announcement.of(json, config.maxSize());
        OpenSlot.Slot slot = openSlot.open(currentUser.id(), announcement);
        count.count("opened");
        return Response.status(Response.Status.CREATED)
                .entity(SlotJson.of(slot.id(), slot.put()))
                .build();
    }

    @POST
    @Path("/{id}/complete")
    public CompletedJson complete(@PathParam("id") String id) {
        CompleteResult result = completeUpload.complete(mediaId(id), currentUser.id());
        if (result instanceof CompleteResult.Completed completed) {
            if (completed.repeated()) {
                count.count("repeated");
            } else {
                count.completed(completed.item());
            }
            return CompletedJson.of(completed.item());
        }
        throw refusal(result);
    }

    private Refusal refusal(CompleteResult result) {
        if (result instanceof CompleteResult.Foreign) {
            return refuse("foreign", Problem.FORBIDDEN, "Only who announced the upload may complete it.");
        }
        if (result instanceof CompleteResult.Expired) {
            return refuse("expired", Problem.GONE, "The upload took too long; announce it again.");
        }
        if (result instanceof CompleteResult.NotUploaded) {
            return refuse("not_uploaded", Problem.CONFLICT, "Nothing has been uploaded yet.");
        }
        if (result instanceof CompleteResult.Mismatch) {
            return refuse("mismatch", Problem.CONFLICT, "Size or hash are not those that were announced.");
        }
        return refuse("unknown", Problem.NOT_FOUND, Problem.NOT_FOUND.title());
    }

    private Refusal refuse(String outcome, Problem problem, String detail) {
        count.count(outcome);
        return new Refusal(problem, detail);
    }

    private static MediaId mediaId(String id) {
        try {
            return new MediaId(id);
        } catch (InvalidId e) {
            throw new Refusal(Problem.BAD_REQUEST, "That is not a media id.");
        }
    }
}
