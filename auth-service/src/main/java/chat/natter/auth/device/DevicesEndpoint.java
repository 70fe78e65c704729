package chat.natter.auth.device;

import chat.natter.auth.account.VisibleText;
import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.database.Database;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.auth.publish.PublishAccount;
import chat.natter.contract.DeviceId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The caller's devices: seen, named and removed. */
@Path("/v1/devices")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class DevicesEndpoint {
    private final Database database;
    private final DeviceStore devices;
    private final RevokeDevice revokeDevice;
    private final RenameDevice renameDevice;
    private final PublishAccount publishAccount;

    DevicesEndpoint(
            Database database,
            DeviceStore devices,
            RevokeDevice revokeDevice,
            RenameDevice renameDevice,
            PublishAccount publishAccount) {
        this.database = database;
        this.devices = devices;
        this.revokeDevice = revokeDevice;
        this.renameDevice = renameDevice;
        this.publishAccount = publishAccount;
    }

    record Answer(List<DeviceAnswer> devices) {}

    /** A device; {@code current} if the request came from it. */
    record DeviceAnswer(
            String deviceId, String name, String platform, Instant addedAt, boolean current, boolean signedIn) {
        static DeviceAnswer of(Device device, Caller caller) {
            return new DeviceAnswer(
                    device.id().value(),
                    device.name(),
                    device.platform(),
                    device.addedAt(),
                    device.id().equals(caller.device()),
                    device.signedIn());
        }
    }

    @GET
    public Answer list(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return new Answer(database.query(connection -> devices.list(connection, caller.user())).stream()
                .map(device -> DeviceAnswer.of(device, caller))
                .toList());
    }

    record NameRequest(@NotNull @VisibleText(max = 64) String name) {}

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rename(
            @PathParam("id") String id, @NotNull @Valid NameRequest body, @Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        Optional<DeviceId> renamed = parse(id)
                .filter(device -> renameDevice.rename(user, device, body.name().strip()));
        renamed.ifPresent(device -> publishAccount.publishSoon(user));
        return answer(renamed);
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id, @Context SecurityContext security) {
        UserId user = Caller.of(security).user();
        return answer(parse(id).filter(device -> revokeDevice.revoke(user, device)));
    }

    private static Response answer(Optional<DeviceId> done) {
        return done.isPresent()
                ? Response.noContent().build()
                : ProblemBody.response(Problem.NOT_FOUND, "You have no such device.");
    }

    private static Optional<DeviceId> parse(String id) {
        try {
            return Optional.of(new DeviceId(id));
        } catch (InvalidId e) {
            return Optional.empty();
        }
    }
}
