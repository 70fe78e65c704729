package chat.natter.auth.audit;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/me/audit}: what happened to the caller's account, the newest first. */
@Path("/v1/me/audit")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class AuditEndpoint {
    private final ReadTrail readTrail;

    AuditEndpoint(ReadTrail readTrail) {
        this.readTrail = readTrail;
    }

    /** A page; {@code cursor} is where the next one begins, absent at the end. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(List<EventAnswer> events, @Nullable String cursor) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventAnswer(
            String eventId,
            String event,
            @Nullable String deviceId,
            @Nullable String deviceName,
            @Nullable String address,
            Instant at) {
        static EventAnswer of(AuditEntry entry) {
            return new EventAnswer(
                    entry.id(), entry.event(), entry.deviceId(), entry.deviceName(), entry.address(), entry.at());
        }
    }

    @GET
    public Answer page(
            @QueryParam("cursor") @Pattern(regexp = "[0-9a-z]{26}", message = "is no cursor of this list") @Nullable
                    String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context SecurityContext security) {
        List<AuditEntry> page = readTrail.page(Caller.of(security).user(), cursor, limit);
        String next = page.size() < limit ? null : page.get(page.size() - 1).id();
        return new Answer(page.stream().map(EventAnswer::of).toList(), next);
    }
}
