package chat.natter.history.personal;

import chat.natter.contract.UserId;
import chat.natter.history.message.CurrentUser;
import chat.natter.history.message.ReadConversationId;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What the user sets for a conversation or a message, for nobody else. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class PersonalResource {
    private final SetPersonal setPersonal;
    private final CurrentUser currentUser;
    private final LivingUser livingUser;

    PersonalResource(SetPersonal setPersonal, CurrentUser currentUser, LivingUser livingUser) {
        this.setPersonal = setPersonal;
        this.currentUser = currentUser;
        this.livingUser = livingUser;
    }

    @GET
    @Path("{id}/personal")
    public PersonalJson personal(@PathParam("id") String id) {
        return setPersonal.of(currentUser.id(), ReadConversationId.read(id));
    }

    @PATCH
    @Path("{id}/personal")
    @Consumes(MediaType.APPLICATION_JSON)
    public PersonalJson change(@PathParam("id") String id, @Nullable JsonNode body) {
        return setPersonal.change(writer(), ReadConversationId.read(id), PersonalChange.parse(body));
    }

    @PUT
    @Path("{id}/messages/{seq}/star")
    public void star(@PathParam("id") String id, @PathParam("seq") long seq) {
        setPersonal.star(writer(), ReadConversationId.read(id), seq, true);
    }

    @DELETE
    @Path("{id}/messages/{seq}/star")
    public void unstar(@PathParam("id") String id, @PathParam("seq") long seq) {
        setPersonal.star(writer(), ReadConversationId.read(id), seq, false);
    }

    /** For the caller alone; for everybody it is taken back over the socket. */
    @DELETE
    @Path("{id}/messages/{seq}")
    public void hide(@PathParam("id") String id, @PathParam("seq") long seq) {
        setPersonal.hide(writer(), ReadConversationId.read(id), seq);
    }

    private UserId writer() {
        return livingUser.require(currentUser.id());
    }
}
