package chat.natter.auth.discovery;

import chat.natter.auth.account.ProfileAnswer;
import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.limit.ClientAddress;
import chat.natter.auth.limit.LimitLookUps;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Base64;
import java.util.List;

/** {@code /v1/users/lookup}: which of the numbers in an address book have accounts, without sending the numbers. */
@Path("/v1/users/lookup")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class LookUpEndpoint {
    private final LookUpContacts lookUpContacts;
    private final LimitLookUps limit;
    private final ClientAddress clientAddress;

    LookUpEndpoint(LookUpContacts lookUpContacts, LimitLookUps limit, ClientAddress clientAddress) {
        this.lookUpContacts = lookUpContacts;
        this.limit = limit;
        this.clientAddress = clientAddress;
    }

    /** How to hash: SHA-256 of the salt's bytes and then the number in E.164. */
    record SaltAnswer(String salt, String algorithm) {}

    record LookUpRequest(
            @NotNull @Size(min = 1, max = 1000)
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]",
                                    message = "must be 32 bytes in base64url")
                            String>
                    hashes) {}

    record MatchAnswer(String hash, @JsonUnwrapped ProfileAnswer profile) {
        static MatchAnswer of(LookUpContacts.Match match) {
            return new MatchAnswer(match.hash(), ProfileAnswer.of(match.profile()));
        }
    }

    record Answer(List<MatchAnswer> matches) {}

    @GET
    public SaltAnswer salt() {
        return new SaltAnswer(Base64.getUrlEncoder().withoutPadding().encodeToString(lookUpContacts.salt()), "sha256");
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Answer find(
            @NotNull @Valid LookUpRequest body, @Context SecurityContext security, @Context HttpServerRequest http) {
        List<String> distinct = body.hashes().stream().distinct().toList();
        limit.take(Caller.of(security).user().value(), clientAddress.of(http), distinct.size());
        return new Answer(
                lookUpContacts.find(distinct).stream().map(MatchAnswer::of).toList());
    }
}
