package chat.natter.contract;

import java.util.Optional;

/** Why a gateway closes a socket (RFC 6455, private range), and whether a client may come back by itself. */
public enum CloseCode {
    BAD_FRAME(4400, "bad frame", false),
    UNAUTHENTICATED(4401, "unauthenticated", false),
    DEVICE_REVOKED(4403, "device revoked", false),
    NO_HELLO(4408, "no hello", true),
    REPLACED(4409, "replaced by a newer connection", false),
    FRAME_TOO_LARGE(4413, "frame too large", false),
    RATE_LIMITED(4429, "rate limited", true),
    IDLE_TIMEOUT(4440, "idle timeout", true),
    DRAINING(4503, "draining", true);

    private final int code;
    private final String reason;
    private final boolean reconnect;

    CloseCode(int code, String reason, boolean reconnect) {
        this.code = code;
        this.reason = reason;
        this.reconnect = reconnect;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    /** Whether a client should reconnect without asking anybody. */
    public boolean mayReconnect() {
        return reconnect;
    }

    public static Optional<CloseCode> ofCode(int code) {
        for (CloseCode value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
