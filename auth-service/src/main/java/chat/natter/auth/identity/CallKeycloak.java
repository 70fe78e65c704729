package chat.natter.auth.identity;

import chat.natter.auth.problem.Unavailable;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Turns every way in which Keycloak may fail to answer into one: {@link Unavailable}. */
final class CallKeycloak {
    private static final String DETAIL =
            "The identity provider does not answer: sign-up and sign-in by password are not"
                    + " possible right now. Existing sessions go on.";

    private CallKeycloak() {}

    static Response call(Supplier<Response> request) {
        try {
            Response response = request.get();
            if (response.getStatus() >= 500) {
                throw unexpected(response);
            }
            return response;
        } catch (ProcessingException e) {
            throw new Unavailable(DETAIL, e);
        }
    }

    /** An answer that a rightly configured realm does not give. */
    static Unavailable unexpected(Response response) {
        response.close();
        return new Unavailable(DETAIL, new IllegalStateException("status " + response.getStatus()));
    }

    static Unavailable unexpected(TokenAnswer answer) {
        return new Unavailable(DETAIL, new IllegalStateException(answer.toString()));
    }
}
