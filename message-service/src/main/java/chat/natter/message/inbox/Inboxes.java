package chat.natter.message.inbox;

import chat.natter.message.inbox.state.Device;
import chat.natter.message.inbox.state.Entry;
import chat.natter.message.inbox.state.User;
import java.util.List;

/** The stored and the live side of the inboxes of one partition, kept in step. */
record Inboxes(InboxStore store, LiveSessions live, DeliverEntries deliver) {
    /** Sends every session of the user on as far as its window allows. */
    void pump(String user, User state, long now) {
        for (LiveSession session : live.of(user, state)) {
            deliver.pump(user, session, now);
        }
    }

    /** Sends a new entry to every session that can take it. */
    void offer(String user, User state, Entry entry, Place place) {
        for (LiveSession session : sessions(user, state)) {
            deliver.offer(user, session, place.by(), entry, place.at());
            // A session that memory has just restored is not caught up yet: send on from its cursor.
            deliver.pump(user, session, place.at());
        }
    }

    List<LiveSession> sessions(String user, User state) {
        return live.of(user, state);
    }

    /** Stores the device's new state and starts or ends its session in memory accordingly. */
    User saveDevice(String user, User before, Device device) {
        int index = Devices.indexOf(before, device.getDevice());
        User.Builder after = before.toBuilder();
        if (index < 0) {
            after.addDevices(device);
        } else {
            after.setDevices(index, device);
        }
        User saved = after.build();
        store.saveUser(user, saved);
        live.replace(user, before, device);
        return saved;
    }
}
