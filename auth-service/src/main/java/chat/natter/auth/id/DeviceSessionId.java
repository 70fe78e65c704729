package chat.natter.auth.id;

import chat.natter.contract.SessionId;

/**
 * A device that is signed in, from sign-in to sign-out: the {@code sid} of its access tokens. Not the contract's
 * {@link SessionId}, which is one connection to a gateway, though both are written alike.
 */
public record DeviceSessionId(String value) {
    public DeviceSessionId {
        value = new SessionId(value).value();
    }

    @Override
    public String toString() {
        return value;
    }
}
