package chat.natter.client.rest;

import chat.natter.contract.Problem;
import java.util.Optional;

/** The server understood the call and said no, by RFC 9457. Decide by {@link #code()}. */
public final class ApiRefused extends RuntimeException {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final int status;
    private final String code;

    ApiRefused(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable lower_snake word; {@code internal} if the answer carried none. */
    public String code() {
        return code;
    }

    /** Whether the same call may succeed later: the server is out of order or busy, and has judged nothing. */
    public boolean isForNow() {
        return status >= FIRST_SERVER_ERROR || status == TOO_MANY_REQUESTS;
    }

    /** The problem, if this version of the client knows the code. */
    public Optional<Problem> problem() {
        return Problem.ofCode(code);
    }
}
