package chat.natter.auth.device;

import chat.natter.auth.account.AccountStore;
import chat.natter.auth.id.NewIds;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Adds a device to an account, or takes one that it has. What others can see of it makes a new version. */
@Singleton
public class EnrolDevice {
    private final AccountStore accounts;
    private final DeviceStore devices;
    private final NewIds ids;
    private final Clock clock;

    EnrolDevice(AccountStore accounts, DeviceStore devices, NewIds ids, Clock clock) {
        this.accounts = accounts;
        this.devices = devices;
        this.ids = ids;
        this.clock = clock;
    }

    /** A device of the account; {@code added} if the account did not have it before. */
    public record Enrolled(DeviceId device, boolean added) {}

    /**
     * Within a transaction that holds the account's lock.
     *
     * @return empty if the account has no device of the id that was asked for
     */
    public Optional<Enrolled> enrol(Connection connection, UserId user, DeviceRequest request) throws SQLException {
        String wanted = request.id();
        return wanted == null ? add(connection, user, request) : reuse(connection, user, new DeviceId(wanted), request);
    }

    private Optional<Enrolled> add(Connection connection, UserId user, DeviceRequest request) throws SQLException {
        Device device = new Device(ids.device(), request.name(), request.platform(), clock.instant());
        devices.insert(connection, user, device);
        accounts.changed(connection, user, clock.instant());
        return Optional.of(new Enrolled(device.id(), true));
    }

    private Optional<Enrolled> reuse(Connection connection, UserId user, DeviceId wanted, DeviceRequest request)
            throws SQLException {
        Optional<Device> own = devices.list(connection, user).stream()
                .filter(device -> device.id().equals(wanted))
                .findFirst();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Device device = own.get();
        if (!device.name().equals(request.name()) || !device.platform().equals(request.platform())) {
            devices.rename(connection, wanted, request.name(), request.platform());
            accounts.changed(connection, user, clock.instant());
        }
        return Optional.of(new Enrolled(wanted, false));
    }
}
