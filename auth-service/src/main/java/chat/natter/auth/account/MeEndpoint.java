package chat.natter.auth.account;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.database.Database;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.auth.publish.PublishAccount;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The caller's own account. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class MeEndpoint {
    private final Database database;
    private final AccountStore accounts;
    private final ChangeProfile changeProfile;
    private final PublishAccount publishAccount;

    MeEndpoint(Database database, AccountStore accounts, ChangeProfile changeProfile, PublishAccount publishAccount) {
        this.database = database;
        this.accounts = accounts;
        this.changeProfile = changeProfile;
        this.publishAccount = publishAccount;
    }

    record Answer(@JsonUnwrapped ProfileAnswer profile, boolean discoverable) {
        static Answer of(OwnAccount account) {
            return new Answer(ProfileAnswer.of(account.profile()), account.discoverable());
        }
    }

    @GET
    public Answer me(@Context SecurityContext security) {
        return database.query(connection ->
                        accounts.findOwn(connection, Caller.of(security).user()))
                .map(Answer::of)
                .orElseThrow(NotFoundException::new);
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@NotNull @Valid ProfileChange body, @Context SecurityContext security) {
        return changeProfile
                .change(Caller.of(security).user(), body)
                .fold(
                        after -> {
                            publishAccount.publishSoon(after.profile().user());
                            return Response.ok(Answer.of(after)).build();
                        },
                        ProblemBody::response);
    }
}
