package chat.natter.auth.link;

import chat.natter.auth.account.VisibleText;
import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.limit.ClientAddress;
import chat.natter.auth.limit.LimitLinks;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.contract.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;

/** Linking: a new device asks, one that is signed in sees what it is and approves. */
@Path("/v1/links")
@Produces(MediaType.APPLICATION_JSON)
public class LinksEndpoint {
    private static final String GONE = "The link is unknown, has expired or was approved before.";

    private final AskForLink askForLink;
    private final ApproveLink approveLink;
    private final LimitLinks limit;
    private final ClientAddress clientAddress;

    LinksEndpoint(AskForLink askForLink, ApproveLink approveLink, LimitLinks limit, ClientAddress clientAddress) {
        this.askForLink = askForLink;
        this.approveLink = approveLink;
        this.limit = limit;
        this.clientAddress = clientAddress;
    }

    /**
     * What a new device says.
     *
     * @param challenge SHA-256, in base64url, of a secret of 43 characters or more that it keeps to itself
     */
    record AskRequest(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]", message = "must be 32 bytes in base64url")
            String challenge,

            @NotNull @VisibleText(max = 64) String name,
            @NotNull @VisibleText(max = 32) String platform) {}

    record AskAnswer(String link, String qr, Instant expiresAt) {}

    record LinkAnswer(String name, String platform, String address, Instant expiresAt) {
        static LinkAnswer of(Link link) {
            return new LinkAnswer(link.deviceName(), link.platform(), link.address(), link.expiresAt());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@NotNull @Valid AskRequest body, @Context HttpServerRequest http) {
        String address = clientAddress.of(http);
        limit.take(address);
        AskForLink.Asked asked = askForLink.ask(
                body.challenge(), body.name().strip(), body.platform().strip(), address);
        return Response.status(Response.Status.CREATED)
                .entity(new AskAnswer(asked.id(), "natter:link/" + asked.id(), asked.expiresAt()))
                .build();
    }

    @GET
    @Path("{link}")
    @SignedIn
    public Response show(@PathParam("link") String link, @Context HttpServerRequest http) {
        limit.take(clientAddress.of(http));
        Optional<Link> found = approveLink.find(link);
        return found.map(it -> Response.ok(LinkAnswer.of(it)).build())
                .orElseGet(() -> ProblemBody.response(Problem.GONE, GONE));
    }

    @POST
    @Path("{link}/approve")
    @SignedIn
    public Response approve(
            @PathParam("link") String link, @Context SecurityContext security, @Context HttpServerRequest http) {
        limit.take(clientAddress.of(http));
        return approveLink.approve(link, Caller.of(security).user())
                ? Response.noContent().build()
                : ProblemBody.response(Problem.GONE, GONE);
    }
}
