package chat.natter.auth.method;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.database.Database;
import chat.natter.auth.limit.LimitChanges;
import chat.natter.auth.problem.Outcome;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The caller's ways to sign in: seen, added and removed. */
@Path("/v1/me/sign-in-methods")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class MethodsEndpoint {
    private final Database database;
    private final AccountStore accounts;
    private final MethodStore methods;
    private final ChangeMethods change;
    private final LimitChanges limit;

    MethodsEndpoint(
            Database database, AccountStore accounts, MethodStore methods, ChangeMethods change, LimitChanges limit) {
        this.database = database;
        this.accounts = accounts;
        this.methods = methods;
        this.change = change;
        this.limit = limit;
    }

    /** {@code password}: whether there is one. */
    record Answer(boolean password, List<MethodAnswer> methods) {}

    /** The address of an outside identity is between Keycloak and us. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MethodAnswer(
            String methodId,
            String kind,
            @Nullable String address,
            @Nullable String provider,
            Instant addedAt) {
        static MethodAnswer of(SignInMethod method) {
            return new MethodAnswer(
                    method.id(),
                    method.kind().toLowerCase(Locale.ROOT),
                    method.kind().equals(SignInMethod.OIDC) ? null : method.address(),
                    method.provider(),
                    method.addedAt());
        }
    }

    /** Either a proof, or what Keycloak gave for another provider. */
    record AddRequest(
            @Size(min = 1, max = 255) @Nullable String proof,
            @Valid @Nullable OidcRequest oidc) {
        @Override
        public String toString() {
            return "AddRequest";
        }
    }

    record OidcRequest(
            @NotNull @Size(min = 1, max = 2048) String code,
            @NotNull @Size(min = 43, max = 128) String codeVerifier,
            @NotNull @Size(min = 1, max = 1024) String redirectUri) {
        @Override
        public String toString() {
            return "OidcRequest";
        }
    }

    @GET
    public Answer list(@Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        return database.query(connection -> new Answer(
                accounts.hasPassword(connection, user),
                methods.list(connection, user).stream().map(MethodAnswer::of).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@NotNull @Valid AddRequest body, @Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        limit.take(user.value());
        String proof = body.proof();
        OidcRequest oidc = body.oidc();
        Outcome<SignInMethod> added;
        if (proof != null && oidc == null) {
            added = change.addProven().byProof(user, proof);
        } else if (oidc != null && proof == null) {
            added = change.addProven().byOidc(user, oidc.code(), oidc.codeVerifier(), oidc.redirectUri());
        } else {
            added = Outcome.refused(Problem.BAD_REQUEST, "body: has to have either proof or oidc");
        }
        return added.fold(
                method -> Response.status(Response.Status.CREATED)
                        .entity(MethodAnswer.of(method))
                        .build(),
                ProblemBody::response);
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id, @Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        limit.take(user.value());
        return change.removeMethod()
                .remove(user, id)
                .fold(method -> Response.noContent().build(), ProblemBody::response);
    }
}
