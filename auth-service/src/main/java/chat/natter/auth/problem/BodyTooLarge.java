package chat.natter.auth.problem;

import chat.natter.contract.Problem;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** The body went on beyond {@link BoundBody}'s limit. */
final class BodyTooLarge extends IOException {
    BodyTooLarge() {
        super("the body is too large");
    }

    static Response response() {
        return ProblemBody.response(Problem.TOO_LARGE, "body: must not exceed %d bytes".formatted(BoundBody.MAX_BYTES));
    }
}
