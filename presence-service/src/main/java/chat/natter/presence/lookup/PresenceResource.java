package chat.natter.presence.lookup;

import chat.natter.contract.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The presence of one user, or of many, as far as the asker may see it. */
@Path("/v1")
@Authenticated
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class PresenceResource {
    static final String PATH = "/v1/presence";

    private final FindPresence find;
    private final IdentifyAsker identify;

    PresenceResource(FindPresence find, IdentifyAsker identify) {
        this.find = find;
        this.identify = identify;
    }

    @GET
    @Path("/users/{id}/presence")
    public PresenceAnswer ofOne(@PathParam("id") String id) {
        return find.find(List.of(new UserId(id)), identify.asker()).get(0);
    }

    @POST
    @Path("/presence")
    @Consumes(MediaType.APPLICATION_JSON)
    public PresenceAnswers ofMany(@Nullable PresenceQuery query) {
        return new PresenceAnswers(find.find(PresenceQuery.distinct(query), identify.asker()));
    }
}
