package chat.natter.auth.account;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.database.Database;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The caller's own account. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class MeEndpoint {
    private final Database database;
    private final AccountStore accounts;

    MeEndpoint(Database database, AccountStore accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @GET
    public ProfileAnswer me(@Context SecurityContext security) {
        return database.query(connection ->
                        accounts.find(connection, Caller.of(security).user()))
                .map(ProfileAnswer::of)
                .orElseThrow(NotFoundException::new);
    }
}
