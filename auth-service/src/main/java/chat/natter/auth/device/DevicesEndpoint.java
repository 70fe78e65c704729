package chat.natter.auth.device;

import chat.natter.auth.caller.Caller;
import chat.natter.auth.caller.SignedIn;
import chat.natter.auth.database.Database;
import chat.natter.auth.problem.ProblemBody;
import chat.natter.contract.DeviceId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;

/** The caller's devices: seen and removed. */
@Path("/v1/devices")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public class DevicesEndpoint {
    private final Database database;
    private final DeviceStore devices;
    private final RevokeDevice revokeDevice;

    DevicesEndpoint(Database database, DeviceStore devices, RevokeDevice revokeDevice) {
        this.database = database;
        this.devices = devices;
        this.revokeDevice = revokeDevice;
    }

    record Answer(List<DeviceAnswer> devices) {}

    /** A device; {@code current} if the request came from it. */
    record DeviceAnswer(String deviceId, String name, String platform, Instant addedAt, boolean current) {
        static DeviceAnswer of(Device device, Caller caller) {
            return new DeviceAnswer(
                    device.id().value(),
                    device.name(),
                    device.platform(),
                    device.addedAt(),
                    device.id().equals(caller.device()));
        }
    }

    @GET
    public Answer list(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return new Answer(database.query(connection -> devices.list(connection, caller.user())).stream()
                .map(device -> DeviceAnswer.of(device, caller))
                .toList());
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id, @Context SecurityContext security) {
        return hasRemoved(Caller.of(security), id)
                ? Response.noContent().build()
                : ProblemBody.response(Problem.NOT_FOUND, "You have no such device.");
    }

    private boolean hasRemoved(Caller caller, String id) {
        try {
            return revokeDevice.revoke(caller.user(), new DeviceId(id));
        } catch (InvalidId e) {
            return false;
        }
    }
}
