package chat.natter.client.rest;

import chat.natter.contract.Problem;
import java.util.Optional;

/** The server understood the call and said no, by RFC 9457. Decide by {@link #code()}. */
public final class ApiRefused extends RuntimeException {
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

    /** The problem, if this version of the client knows the code. */
    public Optional<Problem> problem() {
        return Problem.ofCode(code);
    }
}
