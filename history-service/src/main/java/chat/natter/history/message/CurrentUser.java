package chat.natter.history.message;

import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The user whose verified access token came with the request. */
@RequestScoped
public class CurrentUser {
    private final JsonWebToken token;

    CurrentUser(JsonWebToken token) {
        this.token = token;
    }

    public UserId id() {
        String subject = token.getSubject();
        if (subject != null) {
            try {
                return new UserId(subject);
            } catch (InvalidId e) {
                // A well-signed token of another kind: not one of our users.
            }
        }
        throw new Refusal(Problem.UNAUTHENTICATED, "The token names no user.");
    }
}
