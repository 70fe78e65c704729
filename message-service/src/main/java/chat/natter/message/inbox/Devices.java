package chat.natter.message.inbox;

import chat.natter.message.inbox.state.Device;
import chat.natter.message.inbox.state.Entry;
import chat.natter.message.inbox.state.User;
import java.time.Duration;
import java.util.List;

/** Questions about a user's devices. */
final class Devices {
    private Devices() {}

    /** The index of the device in the user's list; -1 if it is not there. */
    static int indexOf(User user, String device) {
        for (int i = 0; i < user.getDevicesCount(); i++) {
            if (user.getDevices(i).getDevice().equals(device)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether that device session has ended, as far as the account is known: it was signed out, or the device has
     * signed in anew since. One that is newer than the account's record is still to come in it.
     */
    static boolean isStale(Device device, String signIn) {
        int age = signIn.compareTo(device.getSignIn());
        return !signIn.isEmpty() && (age < 0 || (age == 0 && device.getSignedOut()));
    }

    /** Remembers that the device was removed; of the oldest ones, if there are too many, only the greatest id. */
    static void revoke(User.Builder user, String device, int most) {
        user.addRevoked(device);
        int tooMany = user.getRevokedCount() - most;
        if (tooMany > 0) {
            List<String> revoked = List.copyOf(user.getRevokedList());
            for (String forgotten : revoked.subList(0, tooMany)) {
                if (forgotten.compareTo(user.getRevokedUpTo()) > 0) {
                    user.setRevokedUpTo(forgotten);
                }
            }
            user.clearRevoked().addAllRevoked(revoked.subList(tooMany, revoked.size()));
        }
    }

    /**
     * Whether the device was removed. One that the account has is not; one that it does not have may still come in the
     * account's next record, but then its id is younger than those of devices that were removed long ago.
     */
    static boolean isRevoked(User user, String device) {
        return indexOf(user, device) < 0
                && (user.getRevokedList().contains(device) || device.compareTo(user.getRevokedUpTo()) <= 0);
    }

    /** The device that needs no copy because what the entry says came from it; empty if there is none. */
    static String authorOf(Entry entry) {
        return entry.hasReceipt()
                ? entry.getReceipt().getDevice()
                : entry.getMessage().getDevice();
    }

    /** Whether the device has been away for so long that others no longer wait for it. */
    static boolean isLongAway(Device device, long now, Duration retention) {
        return !hasSession(device) && device.getSeenAt() != 0 && now - device.getSeenAt() > retention.toMillis();
    }

    static boolean hasSession(Device device) {
        return !device.getSession().isEmpty();
    }

    /**
     * Whether a message from that device concerns any device of the user: its author needs no copy, and while an
     * account has no device yet, everything waits for the first one.
     */
    static boolean anyConcerned(User user, String author, boolean own) {
        if (user.getDevicesCount() == 0) {
            return !own;
        }
        for (Device device : user.getDevicesList()) {
            if (!device.getDevice().equals(author)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether an entry has to wait at that position. After a crash an acknowledgement may be processed again before the
     * entry that it is about: then the cursor is already beyond it.
     */
    static boolean anyLacks(User user, String author, long position) {
        return user.getDevicesCount() == 0 || isNeededElsewhere(user, "", author, position);
    }

    /** Whether any device but the author has acknowledged that position. */
    static boolean anyHas(User user, String author, long position) {
        for (Device device : user.getDevicesList()) {
            if (!device.getDevice().equals(author) && device.getCursor() >= position) {
                return true;
            }
        }
        return false;
    }

    /** Whether any device but {@code except} still needs the entry at that position. */
    static boolean isNeededElsewhere(User user, String except, String author, long position) {
        for (Device device : user.getDevicesList()) {
            String id = device.getDevice();
            boolean lacks = !device.getAsleep() && device.getCursor() < position;
            if (lacks && !id.equals(except) && !id.equals(author)) {
                return true;
            }
        }
        return false;
    }
}
