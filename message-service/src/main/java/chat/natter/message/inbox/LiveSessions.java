package chat.natter.message.inbox;

import chat.natter.message.inbox.state.Device;
import chat.natter.message.inbox.state.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open sessions of one partition's users, in memory only. */
final class LiveSessions {
    private final Map<String, List<LiveSession>> byUser = new HashMap<>();
    private final InboxStore store;

    LiveSessions(InboxStore store) {
        this.store = store;
    }

    /**
     * The user's sessions; those that the store knows and memory does not (after a take-over) begin at their cursor.
     */
    List<LiveSession> of(String user, User state) {
        List<LiveSession> sessions = byUser.get(user);
        if (sessions != null) {
            return sessions;
        }
        List<LiveSession> restored = new ArrayList<>(1);
        for (Device device : state.getDevicesList()) {
            if (Devices.hasSession(device)) {
                restored.add(begin(user, device));
            }
        }
        if (!restored.isEmpty()) {
            byUser.put(user, restored);
        }
        return restored;
    }

    /** Replaces the device's session in memory by the one that the state names, if any. */
    @Nullable
    LiveSession replace(String user, User before, Device device) {
        List<LiveSession> sessions = new ArrayList<>(of(user, before));
        sessions.removeIf(session -> session.device.equals(device.getDevice()));
        LiveSession opened = Devices.hasSession(device) ? begin(user, device) : null;
        if (opened != null) {
            sessions.add(opened);
        }
        if (sessions.isEmpty()) {
            byUser.remove(user);
        } else {
            byUser.put(user, sessions);
        }
        return opened;
    }

    void forget(String user) {
        byUser.remove(user);
    }

    private LiveSession begin(String user, Device device) {
        return new LiveSession(
                device.getSession(),
                device.getGateway(),
                device.getDevice(),
                device.getCursor(),
                store.lastPosition(user, device.getCursor()));
    }
}
