package chat.natter.message.inbox;

import chat.natter.contract.CloseCode;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.message.inbox.state.Device;
import chat.natter.message.inbox.state.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows the account: devices that were added begin to have a queue, devices that were removed lose theirs and their
 * socket, and an erased account leaves nothing but the fact.
 */
final class FollowAccount {
    private final Inboxes inboxes;
    private final InboxLimits limits;

    FollowAccount(Inboxes inboxes, InboxLimits limits) {
        this.inboxes = inboxes;
        this.limits = limits;
    }

    void changed(String user, Account account, long now) {
        User state = inboxes.store().user(user);
        if (account.getVersion() < state.getAccountVersion() || state.getErased()) {
            return;
        }
        boolean erased = account.getStatus() == Account.Status.ERASED;
        Set<String> present = new HashSet<>();
        for (AccountDevice device : account.getDevicesList()) {
            present.add(device.getDevice());
        }
        List<Device> removed = new ArrayList<>();
        User.Builder next = state.toBuilder()
                .setKnown(true)
                .setAccountVersion(account.getVersion())
                .clearBlocked()
                .addAllBlocked(account.getBlockedList())
                .clearDevices();
        for (Device device : state.getDevicesList()) {
            if (!erased && present.contains(device.getDevice())) {
                next.addDevices(device.toBuilder().setProvisional(false));
            } else {
                removed.add(device);
            }
        }
        if (erased) {
            inboxes.store().erase(user);
            next.setErased(true).clearBlocked();
        } else {
            addNewDevices(user, state, account, next);
            dropUnneeded(user, next.build(), removed);
        }
        removed.forEach(device -> next.addRevoked(device.getDevice()));
        while (next.getRevokedCount() > limits.maxRevoked()) {
            List<String> newest = List.copyOf(next.getRevokedList().subList(1, next.getRevokedCount()));
            next.clearRevoked().addAllRevoked(newest);
        }
        inboxes.store().saveUser(user, next.build());
        removed.forEach(device -> end(user, state, device, now));
    }

    private void addNewDevices(String user, User before, Account account, User.Builder next) {
        long start = Devices.startOf(before, inboxes.store().lastPosition(user));
        for (AccountDevice device : account.getDevicesList()) {
            if (Devices.indexOf(before, device.getDevice()) < 0) {
                next.addDevices(
                        Device.newBuilder().setDevice(device.getDevice()).setCursor(start));
            }
        }
    }

    /** Entries that only a removed device was waiting for. */
    private void dropUnneeded(String user, User after, List<Device> removed) {
        if (removed.isEmpty() || after.getDevicesCount() == 0) {
            return;
        }
        List<Long> unneeded = new ArrayList<>();
        inboxes.store().entries(user, 0, Long.MAX_VALUE, (position, entry) -> {
            String author = entry.getMessage().getDevice();
            if (!Devices.isNeededElsewhere(after, "", author, position)) {
                unneeded.add(position);
            }
            return true;
        });
        for (long position : unneeded) {
            inboxes.store().deleteEntry(user, position);
        }
    }

    private void end(String user, User before, Device device, long now) {
        if (!Devices.hasSession(device)) {
            return;
        }
        inboxes.deliver()
                .close(
                        user,
                        device.getDevice(),
                        device.getSession(),
                        device.getGateway(),
                        CloseCode.DEVICE_REVOKED.code(),
                        now);
        Device detached = device.toBuilder().clearSession().build();
        inboxes.live().replace(user, before, detached);
    }
}
