package chat.natter.history.retention;

import chat.natter.contract.Problem;
import chat.natter.history.admin.AdminToken;
import chat.natter.history.admin.Grounds;
import chat.natter.history.message.ReadConversationId;
import chat.natter.history.problem.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For operators: what was laid down for single conversations. Not reachable through the edge. */
@Path("/v1/admin/retention")
@Produces(MediaType.APPLICATION_JSON)
class RetentionResource {
    private final AdminToken adminToken;
    private final Policies policies;
    private final LayDown layDown;

    RetentionResource(AdminToken adminToken, Policies policies, LayDown layDown) {
        this.adminToken = adminToken;
        this.policies = policies;
        this.layDown = layDown;
    }

    /** All of them. */
    record Answer(List<PolicyJson> policies) {}

    /** What an operator wants. */
    record Body(
            @Nullable String by,
            @Nullable String reason,
            @Nullable String retentionClass,
            @Nullable Boolean hold) {}

    @GET
    public Answer list(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        adminToken.check(authorization);
        return new Answer(policies.all().stream().map(PolicyJson::of).toList());
    }

    @PUT
    @Path("{conversation}")
    @Consumes(MediaType.APPLICATION_JSON)
    public PolicyJson put(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("conversation") String id,
            @Nullable Body body) {
        adminToken.check(authorization);
        if (body == null) {
            throw new Refusal(Problem.BAD_REQUEST, "by and reason are missing");
        }
        LayDown.Request request = new LayDown.Request(
                Grounds.of(body.by(), body.reason()), body.retentionClass(), Boolean.TRUE.equals(body.hold()));
        return PolicyJson.of(layDown.layDown(ReadConversationId.read(id), request));
    }
}
