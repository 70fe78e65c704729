package chat.natter.message.inbox;

import chat.natter.contract.CloseCode;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.message.inbox.state.Device;
import chat.natter.message.inbox.state.EndedSession;
import chat.natter.message.inbox.state.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the account: devices that were added begin to have a queue, devices that were removed lose theirs and their
 * socket, a device that has signed out loses its socket only, and an erased account leaves nothing but the fact.
 */
final class FollowAccount {
    private final Inboxes inboxes;
    private final PublishMarks publishMarks;
    private final InboxLimits limits;

    FollowAccount(Inboxes inboxes, PublishMarks publishMarks, InboxLimits limits) {
        this.inboxes = inboxes;
        this.publishMarks = publishMarks;
        this.limits = limits;
    }

    void changed(String user, Account account, Place place) {
        User state = inboxes.store().user(user);
        if (place.by() == state.getFollowed()) {
            tell(user, state, place.at());
            return;
        }
        if (account.getVersion() < state.getAccountVersion() || state.getErased()) {
            return;
        }
        boolean erased = account.getStatus() == Account.Status.ERASED;
        Map<String, AccountDevice> present = new HashMap<>();
        account.getDevicesList().forEach(device -> present.put(device.getDevice(), device));
        List<Device> removed = new ArrayList<>();
        User.Builder next = state.toBuilder()
                .setKnown(true)
                .setAccountVersion(account.getVersion())
                .clearBlocked()
                .addAllBlocked(account.getBlockedList())
                .setHideReadMarks(account.getPrivacy().getHideReadMarks())
                .setFollowed(place.by())
                .clearEnded()
                .clearDevices();
        for (Device device : state.getDevicesList()) {
            AccountDevice named = present.get(device.getDevice());
            if (!erased && named != null) {
                next.addDevices(follow(user, state, device, named, next));
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
        removed.forEach(device -> Devices.revoke(next, device.getDevice(), limits.maxRevoked()));
        removed.forEach(device -> end(user, state, device, CloseCode.DEVICE_REVOKED, next));
        User after = next.setToldOfReadMarks(next.getHideReadMarks() != state.getHideReadMarks())
                .build();
        inboxes.store().saveUser(user, after);
        tell(user, after, place.at());
    }

    /** All that follows from a record for others: from what is saved, so that a replay tells the same. */
    private void tell(String user, User state, long now) {
        for (EndedSession ended : state.getEndedList()) {
            inboxes.deliver()
                    .close(user, ended.getDevice(), ended.getSession(), ended.getGateway(), ended.getCode(), now);
        }
        if (state.getToldOfReadMarks()) {
            publishMarks.audienceChanged(user, state);
        }
    }

    /** A device that stays; a session whose sign-in has ended does not. */
    private Device follow(String user, User before, Device device, AccountDevice named, User.Builder ending) {
        Device.Builder next = device.toBuilder()
                .setProvisional(false)
                .setSignIn(named.getSignIn())
                .setSignedOut(named.getSignedOut());
        if (Devices.hasSession(device) && Devices.isStale(next.build(), device.getSessionSignIn())) {
            end(user, before, device, CloseCode.UNAUTHENTICATED, ending);
            next.clearSession().clearGateway().clearGatewayEpoch().clearSessionSignIn();
        }
        return next.build();
    }

    private void addNewDevices(String user, User before, Account account, User.Builder next) {
        for (AccountDevice device : account.getDevicesList()) {
            if (Devices.indexOf(before, device.getDevice()) < 0) {
                next.addDevices(Device.newBuilder()
                        .setDevice(device.getDevice())
                        .setCursor(inboxes.store().startOfNewDevice(user, before))
                        .setSignIn(device.getSignIn())
                        .setSignedOut(device.getSignedOut()));
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
            String author = Devices.authorOf(entry);
            if (!Devices.isNeededElsewhere(after, "", author, position)) {
                unneeded.add(position);
            }
            return true;
        });
        for (long position : unneeded) {
            inboxes.store().deleteEntry(user, position);
        }
    }

    private void end(String user, User before, Device device, CloseCode code, User.Builder ending) {
        if (!Devices.hasSession(device)) {
            return;
        }
        ending.addEnded(EndedSession.newBuilder()
                .setDevice(device.getDevice())
                .setSession(device.getSession())
                .setGateway(device.getGateway())
                .setCode(code.code()));
        Device detached = device.toBuilder().clearSession().build();
        inboxes.live().replace(user, before, detached);
    }
}
