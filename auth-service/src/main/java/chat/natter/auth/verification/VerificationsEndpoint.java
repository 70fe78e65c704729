package chat.natter.auth.verification;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.limit.ClientAddress;
import chat.natter.auth.limit.LimitVerifications;
import chat.natter.auth.metric.CountOutcome;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.contract.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;

/** Codes: sent to a number or mailbox, and exchanged for a proof. */
@Path("/v1/verifications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VerificationsEndpoint {
    private final StartVerification startVerification;
    private final CheckCode checkCode;
    private final LimitVerifications limit;
    private final ClientAddress clientAddress;
    private final long retryAfterSeconds;

    VerificationsEndpoint(
            StartVerification startVerification,
            CheckCode checkCode,
            VerificationConfig config,
            LimitVerifications limit,
            ClientAddress clientAddress) {
        this.startVerification = startVerification;
        this.checkCode = checkCode;
        this.retryAfterSeconds = config.resendAfter().toSeconds();
        this.limit = limit;
        this.clientAddress = clientAddress;
    }

    record Started(String verificationId, Instant expiresAt, long retryAfterSeconds) {}

    record CodeRequest(
            @NotNull @Pattern(regexp = "[0-9]{6}", message = "must be six digits")
            String code) {
        @Override
        public String toString() {
            return "CodeRequest";
        }
    }

    record ProofAnswer(String proof) {
        @Override
        public String toString() {
            return "ProofAnswer";
        }
    }

    @POST
    @CountOutcome("natter.auth.verifications")
    public Response start(@NotNull @Valid VerificationRequest body, @Context HttpServerRequest http) {
        Optional<Contact> contact = body.contact();
        if (contact.isEmpty()) {
            return ProblemBody.response(Problem.BAD_REQUEST, body.complaint());
        }
        Contact to = contact.get();
        if (!startVerification.canReach(to)) {
            return ProblemBody.response(Problem.FORBIDDEN, "Codes of this kind are not offered here.");
        }
        limit.take(clientAddress.of(http), body.installation());
        IssueCode.Issued issued = startVerification.start(to);
        return Response.accepted(new Started(issued.verificationId(), issued.expiresAt(), retryAfterSeconds))
                .build();
    }

    @POST
    @Path("{id}")
    @CountOutcome("natter.auth.codes")
    public Response check(
            @PathParam("id") String id, @NotNull @Valid CodeRequest body, @Context HttpServerRequest http) {
        limit.takeTry(clientAddress.of(http));
        return checkCode
                .check(id, body.code())
                .fold(
                        proof -> Response.ok(new ProofAnswer(proof.text()))
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .build(),
                        ProblemBody::response);
    }
}
