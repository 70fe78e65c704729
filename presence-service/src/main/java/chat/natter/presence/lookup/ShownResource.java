package chat.natter.presence.lookup;

import chat.natter.contract.UserId;
import chat.natter.presence.privacy.Shown;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the caller shows to others: asked by the instances that own those others. It tells nobody anything but of
 * oneself, and the public edge does not lead here.
 */
@Path(ShownResource.PATH)
@Authenticated
@Blocking
public class ShownResource {
    static final String PATH = "/inner/presence/shown";

    private final FindPresence find;
    private final IdentifyAsker identify;

    ShownResource(FindPresence find, IdentifyAsker identify) {
        this.find = find;
        this.identify = identify;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public ShownAnswers shown(@Nullable PresenceQuery query) {
        Set<UserId> users = PresenceQuery.distinct(query);
        Map<UserId, Shown> shown = find.shownBy(identify.asker(), users);
        return new ShownAnswers(shown.entrySet().stream()
                .map(entry -> new ShownAnswers.ShownAnswer(
                        entry.getKey().value(),
                        entry.getValue().state(),
                        entry.getValue().lastSeen()))
                .toList());
    }
}
