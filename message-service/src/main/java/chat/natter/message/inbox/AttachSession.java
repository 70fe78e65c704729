package chat.natter.message.inbox;

import chat.natter.contract.CloseCode;
import chat.natter.contract.record.SessionRecord;
import chat.natter.message.inbox.state.Device;
import chat.natter.message.inbox.state.User;

/**
 * A device has one session at most: the newest one that was opened. The record's place in the log tells a replay of an
 * earlier opening, which must not push the present session out.
 */
final class AttachSession {
    private final Inboxes inboxes;
    private final MoveCursor moveCursor;

    AttachSession(Inboxes inboxes, MoveCursor moveCursor) {
        this.inboxes = inboxes;
        this.moveCursor = moveCursor;
    }

    void opened(String user, SessionRecord opened, Place place) {
        User state = inboxes.store().user(user);
        if (state.getErased() || Devices.isRevoked(state, opened.getDevice())) {
            close(user, opened, CloseCode.DEVICE_REVOKED, place);
            return;
        }
        int index = Devices.indexOf(state, opened.getDevice());
        Device device = index < 0 ? provisional(user, state, opened.getDevice()) : state.getDevices(index);
        if (Devices.isStale(device, opened.getOpened().getSignIn())) {
            close(user, opened, CloseCode.UNAUTHENTICATED, place);
            return;
        }
        if (place.by() <= device.getOpenedBy()) {
            return;
        }
        if (Devices.hasSession(device) && !device.getSession().equals(opened.getSession())) {
            inboxes.deliver()
                    .close(
                            user,
                            device.getDevice(),
                            device.getSession(),
                            device.getGateway(),
                            CloseCode.REPLACED.code(),
                            place.at());
        }
        if (device.getAsleep()) {
            // What it missed is gone from here: it asks history what has changed since.
            device = device.toBuilder()
                    .setCursor(inboxes.store().startOfNewDevice(user, state))
                    .setAsleep(false)
                    .build();
        } else if (index >= 0) {
            // What the device says it has is an acknowledgement that may have been lost with its last socket.
            state = moveCursor.move(user, state, device, opened.getOpened().getPosition(), place.at());
            device = state.getDevices(index);
        }
        Device attached = device.toBuilder()
                .setSession(opened.getSession())
                .setGateway(opened.getGateway())
                .setGatewayEpoch(opened.getGatewayEpoch())
                .setOpenedBy(place.by())
                .setSeenAt(place.at())
                .setSessionSignIn(opened.getOpened().getSignIn())
                .build();
        User saved = inboxes.saveDevice(user, state, attached);
        inboxes.pump(user, saved, place.at());
    }

    void closed(String user, SessionRecord closed, Place place) {
        User state = inboxes.store().user(user);
        int index = Devices.indexOf(state, closed.getDevice());
        if (index < 0 || !state.getDevices(index).getSession().equals(closed.getSession())) {
            return;
        }
        Device detached = state.getDevices(index).toBuilder()
                .clearSession()
                .clearGateway()
                .clearGatewayEpoch()
                .clearSessionSignIn()
                .setSeenAt(place.at())
                .build();
        inboxes.saveDevice(user, state, detached);
    }

    /** The gateway has checked the device's credential; its account record is on its way and has the last word. */
    private Device provisional(String user, User state, String device) {
        return Device.newBuilder()
                .setDevice(device)
                .setCursor(inboxes.store().startOfNewDevice(user, state))
                .setProvisional(true)
                .build();
    }

    private void close(String user, SessionRecord opened, CloseCode code, Place place) {
        inboxes.deliver()
                .close(user, opened.getDevice(), opened.getSession(), opened.getGateway(), code.code(), place.at());
    }
}
