package chat.natter.contract;

import java.util.Locale;
import java.util.Optional;

/**
 * What can happen to the security of an account: the audit trail, {@code chat.audit} and the {@code security} frames
 * use the same stable code, which is the constant's name in lower case. Codes are never renamed.
 */
public enum SecurityEvent {
    ACCOUNT_CREATED("The account was made.", false),
    ACCOUNT_ERASED("The account was erased.", false),
    CONTENT_ERASED("What the account had said was erased from the archive.", false),
    RETENTION_CHANGED("A conversation was given another class of retention.", false),
    ARCHIVE_EXPORTED("Somebody was given messages from the company's archive.", false),
    EXPORT_ASKED("A copy of everything that the account can read was asked for.", false),
    EXPORT_FETCHED("The address of such a copy was given out.", false),
    HOLD_PLACED("A conversation is held: nothing of it may be destroyed.", false),
    HOLD_RELEASED("A conversation is not held any more.", false),
    SIGNED_IN("A device signed in.", false),
    SIGN_IN_REFUSED("A sign-in was refused: the password was wrong.", false),
    SIGNED_OUT("A device signed out.", false),
    DEVICE_ADDED("A new device was added.", true),
    DEVICE_RENAMED("A device was given another name.", false),
    DEVICE_REMOVED("A device was removed.", true),
    REFRESH_TOKEN_REUSED(
            "A device's session ended, because its refresh token was used twice: somebody has a copy.", true),
    PASSWORD_CHANGED("The password was changed.", true),
    SIGN_IN_METHOD_ADDED("A way to sign in was added.", true),
    SIGN_IN_METHOD_REMOVED("A way to sign in was removed.", true);

    private final String text;
    private final boolean toldToDevices;

    SecurityEvent(String text, boolean toldToDevices) {
        this.text = text;
        this.toldToDevices = toldToDevices;
    }

    /** The stable lower_snake word. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One sentence for people. */
    public String text() {
        return text;
    }

    /** Whether all devices of the account get a {@code security} frame. */
    public boolean isToldToDevices() {
        return toldToDevices;
    }

    /** The event of that code, if this version knows it. */
    public static Optional<SecurityEvent> ofCode(String code) {
        for (SecurityEvent event : values()) {
            if (event.code().equals(code)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
