package chat.natter.message.inbox;

import chat.natter.contract.record.InboxMessage;
import chat.natter.message.inbox.state.Device;
import chat.natter.message.inbox.state.Marks;
import chat.natter.message.inbox.state.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A device has everything up to a position: its cursor moves, entries that no device needs any more are deleted, and
 * the senders learn once how far their messages were delivered. Marks are written first, then deletions, then the
 * cursor: whichever prefix survives a crash, the replayed acknowledgement completes it.
 */
final class MoveCursor {
    private final Inboxes inboxes;
    private final TellPeer tellPeer;
    private final InboxLimits limits;

    MoveCursor(Inboxes inboxes, TellPeer tellPeer, InboxLimits limits) {
        this.inboxes = inboxes;
        this.limits = limits;
        this.tellPeer = tellPeer;
    }

    void acknowledged(String user, String deviceId, long position, long now) {
        User state = waitForNoneLongAway(inboxes.store().user(user), now);
        int index = Devices.indexOf(state, deviceId);
        if (index < 0) {
            return;
        }
        User moved = move(user, state, state.getDevices(index), position, now);
        for (LiveSession session : inboxes.sessions(user, moved)) {
            if (session.device.equals(deviceId)) {
                session.acknowledge(position);
            }
            inboxes.deliver().pump(user, session, now);
        }
    }

    /** A device that was not seen for as long as entries are kept stops holding back those of the others. */
    private User waitForNoneLongAway(User state, long now) {
        User.Builder awake = null;
        for (int i = 0; i < state.getDevicesCount(); i++) {
            Device device = state.getDevices(i);
            if (!device.getAsleep() && Devices.isLongAway(device, now, limits.retention())) {
                awake = awake == null ? state.toBuilder() : awake;
                awake.setDevices(i, device.toBuilder().setAsleep(true));
            }
        }
        return awake == null ? state : awake.build();
    }

    /** Moves the cursor and all that follows from it; a position that is not ahead changes nothing. */
    User move(String user, User state, Device device, long position, long now) {
        if (position <= device.getCursor()) {
            return state;
        }
        Map<String, Long> delivered = new HashMap<>();
        List<Long> unneeded = new ArrayList<>();
        inboxes.store().entries(user, device.getCursor(), position, (at, entry) -> {
            String author = Devices.authorOf(entry);
            if (entry.hasMessage()) {
                InboxMessage message = entry.getMessage();
                if (!message.getFrom().equals(user)) {
                    delivered.merge(message.getConversation(), message.getSeq(), Math::max);
                }
            }
            if (!Devices.isNeededElsewhere(state, device.getDevice(), author, at)) {
                unneeded.add(at);
            }
            return true;
        });
        delivered.forEach((conversation, seq) -> markDelivered(user, state, conversation, seq, now));
        for (long at : unneeded) {
            inboxes.store().deleteEntry(user, at);
        }
        Device ahead = device.toBuilder().setCursor(position).setSeenAt(now).build();
        User moved = state.toBuilder()
                .setDevices(Devices.indexOf(state, device.getDevice()), ahead)
                .build();
        inboxes.store().saveUser(user, moved);
        return moved;
    }

    private void markDelivered(String user, User state, String conversation, long seq, long now) {
        Marks marks = inboxes.store().marks(user, conversation);
        if (seq <= marks.getDelivered()) {
            return;
        }
        Marks moved = marks.toBuilder().setDelivered(seq).setMovedAt(now).build();
        inboxes.store().saveMarks(user, conversation, moved);
        tellPeer.marks(user, state, conversation, moved, now);
    }
}
