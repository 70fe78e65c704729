package chat.natter.media.upload;

import chat.natter.contract.Problem;
import chat.natter.media.caller.CurrentUser;
import chat.natter.media.caller.PathId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.preview.QueuePreviews;
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
    private final SlotAnswer slotAnswer;
    private final QueuePreviews previews;
    private final CurrentUser currentUser;
    private final CountUploads count;

    UploadsResource(
            OpenSlot openSlot,
            CompleteUpload completeUpload,
            SlotAnswer slotAnswer,
            QueuePreviews previews,
            CurrentUser currentUser,
            CountUploads count) {
        this.openSlot = openSlot;
        this.completeUpload = completeUpload;
        this.slotAnswer = slotAnswer;
        this.previews = previews;
        this.currentUser = currentUser;
        this.count = count;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@Nullable AnnouncementJson json) {
        OpenSlot.Opened opened = openSlot.open(currentUser.id(), json);
        if (opened instanceof OpenSlot.Opened.New fresh) {
            count.count("opened");
            return Response.status(Response.Status.CREATED)
                    .entity(slotAnswer.of(fresh.slot()))
                    .build();
        }
        MediaItem known = ((OpenSlot.Opened.Known) opened).item();
        count.count("known");
        return Response.ok(SlotJson.ofKnown(known, previews.now(known))).build();
    }

    @POST
    @Path("/{id}/complete")
    public CompletedJson complete(@PathParam("id") String id) {
        CompleteResult result = completeUpload.complete(PathId.read(id), currentUser.id());
        if (result instanceof CompleteResult.Completed completed) {
            if (completed.repeated()) {
                count.count("repeated");
            } else {
                count.completed(completed.item());
            }
            return CompletedJson.of(completed.item(), previews.await(completed.item()));
        }
        throw refusal(result);
    }

    private Refusal refusal(CompleteResult result) {
        if (result instanceof CompleteResult.NoUpload noUpload) {
            count.count("no_upload");
            return RefuseUpload.refusal(noUpload.why());
        }
        if (result instanceof CompleteResult.NotUploaded) {
            return refuse("not_uploaded", Problem.CONFLICT, "Nothing, or not all of it, has been uploaded yet.");
        }
        if (result instanceof CompleteResult.Disguised disguised) {
            return refuse(
                    "disguised", Problem.REJECTED, "The file is " + disguised.found() + " and not what was said.");
        }
        if (result instanceof CompleteResult.Infected infected) {
            return refuse("infected", Problem.REJECTED, "The file is harmful: " + infected.found() + ".");
        }
        if (result instanceof CompleteResult.Damaged) {
            return refuse(
                    "damaged",
                    Problem.REJECTED,
                    "The picture is damaged, so nobody can say whether its metadata is gone.");
        }
        return refuse("mismatch", Problem.CONFLICT, "Size or hash are not those that were announced.");
    }

    private Refusal refuse(String outcome, Problem problem, String detail) {
        count.count(outcome);
        return new Refusal(problem, detail);
    }
}
