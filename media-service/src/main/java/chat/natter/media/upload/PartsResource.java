package chat.natter.media.upload;

import chat.natter.contract.Problem;
import chat.natter.media.caller.CurrentUser;
import chat.natter.media.caller.PathId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.item.PartSize;
import chat.natter.media.problem.Refusal;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.PartStore;
import chat.natter.media.storage.PartStore.Part;
import chat.natter.media.storage.Slot;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a large upload: addresses for those to come, and which are there, for whoever goes on after a break. */
@Path("/v1/media/{id}/parts")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class PartsResource {
    private final FindUpload findUpload;
    private final PartStore parts;
    private final SignParts signParts;
    private final Lifetimes lifetimes;
    private final CurrentUser currentUser;

    PartsResource(
            FindUpload findUpload, PartStore parts, SignParts signParts, Lifetimes lifetimes, CurrentUser currentUser) {
        this.findUpload = findUpload;
        this.parts = parts;
        this.signParts = signParts;
        this.lifetimes = lifetimes;
        this.currentUser = currentUser;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public PartUploadsJson sign(@PathParam("id") String id, @Nullable WantedPartsJson json) {
        Slot slot = openSlot(id);
        return signParts.sign(
                slot, partSize(slot), WantedPartsJson.read(json, slot.item().file()));
    }

    @GET
    public PartsJson there(@PathParam("id") String id) {
        Slot slot = openSlot(id);
        MediaItem item = slot.item();
        String uploadId = slot.uploadId();
        List<Part> there = uploadId == null ? List.of() : parts.parts(ObjectKey.object(item.id()), uploadId);
        return new PartsJson(
                partSize(slot).bytes(),
                item.file().parts(),
                Rfc3339.of(lifetimes.end(item)),
                there.stream().map(PartsJson.PartJson::of).toList());
    }

    private Slot openSlot(String id) {
        FindUpload.Found found = findUpload.find(PathId.read(id), currentUser.id());
        if (found instanceof FindUpload.Found.Open open) {
            return open.slot();
        }
        if (found instanceof FindUpload.Found.Complete) {
            throw new Refusal(Problem.CONFLICT, "The upload is complete.");
        }
        throw RefuseUpload.refusal(found);
    }

    private static PartSize partSize(Slot slot) {
        PartSize partSize = slot.item().file().partSize();
        if (partSize == null) {
            throw new Refusal(Problem.CONFLICT, "This file travels in one PUT.");
        }
        return partSize;
    }
}
