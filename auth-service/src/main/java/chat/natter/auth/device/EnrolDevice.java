package chat.natter.auth.device;

import chat.natter.auth.audit.RecordEvent;
import chat.natter.auth.id.NewIds;
import chat.natter.auth.problem.Outcome;
import chat.natter.contract.DeviceId;
import chat.natter.contract.Problem;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Adds a device to an account, or takes one that it has. Whoever calls it makes the account's next version. */
@Singleton
public class EnrolDevice {
    private final MakeRoom makeRoom;
    private final DeviceStore devices;
    private final RecordEvent recordEvent;
    private final NewIds ids;
    private final Clock clock;

    EnrolDevice(MakeRoom makeRoom, DeviceStore devices, RecordEvent recordEvent, NewIds ids, Clock clock) {
        this.makeRoom = makeRoom;
        this.devices = devices;
        this.recordEvent = recordEvent;
        this.ids = ids;
        this.clock = clock;
    }

    /** A device of the account; {@code added} if the account did not have it before. */
    public record Enrolled(DeviceId device, boolean added) {}

    /** Within a transaction that holds the account's lock. */
    public Outcome<Enrolled> enrol(Connection connection, UserId user, DeviceRequest request) throws SQLException {
        List<Device> own = devices.list(connection, user);
        String wanted = request.id();
        if (wanted == null) {
            return makeRoom.forOneMore(connection, user, own, request.replacesOthers())
                    ? Outcome.done(add(connection, user, request))
                    : Outcome.refused(
                            Problem.DEVICE_LIMIT,
                            "Remove a device on another one, or sign in with device.replacesOthers, which removes all.");
        }
        Optional<Device> found = own.stream()
                .filter(device -> device.id().value().equals(wanted))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(Problem.BAD_REQUEST, "device.id: is not a device of this account");
        }
        return Outcome.done(reuse(connection, user, found.get(), request));
    }

    private Enrolled add(Connection connection, UserId user, DeviceRequest request) throws SQLException {
        Device device = new Device(ids.device(), request.name(), request.platform(), clock.instant(), false);
        devices.insert(connection, user, device);
        recordEvent.record(connection, user, SecurityEvent.DEVICE_ADDED, device.id(), device.name());
        return new Enrolled(device.id(), true);
    }

    private Enrolled reuse(Connection connection, UserId user, Device device, DeviceRequest request)
            throws SQLException {
        if (!device.name().equals(request.name()) || !device.platform().equals(request.platform())) {
            devices.rename(connection, device.id(), request.name(), request.platform());
        }
        recordEvent.record(connection, user, SecurityEvent.SIGNED_IN, device.id(), request.name());
        return new Enrolled(device.id(), false);
    }
}
