package chat.natter.auth.people;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.userlist.UserList;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Users whom the caller shows what is for contacts only. */
@Path("/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class ContactsEndpoint {
    private final ServeUserList serve;

    ContactsEndpoint(ServeUserList serve) {
        this.serve = serve;
    }

    record Answer(List<String> contacts) {}

    @GET
    public Answer list(@Context SecurityContext security) {
        return new Answer(serve.list(UserList.CONTACTS, Caller.of(security).user()));
    }

    @PUT
    @Path("{user}")
    public Response add(@PathParam("user") String other, @Context SecurityContext security) {
        return serve.add(UserList.CONTACTS, Caller.of(security).user(), other);
    }

    @DELETE
    @Path("{user}")
    public Response remove(@PathParam("user") String other, @Context SecurityContext security) {
        return serve.remove(UserList.CONTACTS, Caller.of(security).user(), other);
    }
}
