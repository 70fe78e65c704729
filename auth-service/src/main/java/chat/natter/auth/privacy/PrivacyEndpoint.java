package chat.natter.auth.privacy;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.database.Database;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.contract.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;

/** What the caller shows to whom. A change is answered once the other services can know it. */
@Path("/v1/me/privacy")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class PrivacyEndpoint {
    private final Database database;
    private final AccountStore accounts;
    private final PrivacyStore privacies;
    private final PublishAccount publishAccount;
    private final Clock clock;

    PrivacyEndpoint(
            Database database,
            AccountStore accounts,
            PrivacyStore privacies,
            PublishAccount publishAccount,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.privacies = privacies;
        this.publishAccount = publishAccount;
        this.clock = clock;
    }

    @GET
    public Privacy privacy(@Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        return database.query(connection -> privacies.find(connection, user));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Privacy change(@NotNull @Valid Privacy wanted, @Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        database.transaction(connection -> {
            accounts.lock(connection, user);
            if (!privacies.find(connection, user).equals(wanted)) {
                privacies.save(connection, user, wanted);
                accounts.changed(connection, user, clock.instant());
            }
            return wanted;
        });
        publishAccount.publish(user);
        return wanted;
    }
}
