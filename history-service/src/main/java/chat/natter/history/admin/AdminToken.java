package chat.natter.history.admin;

import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret of those who act for the company. */
@Singleton
public final class AdminToken {
    private static final int MIN_LENGTH = 32;
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> token;

    AdminToken(AdminConfig config) {
        config.token().ifPresent(token -> {
            if (token.length() < MIN_LENGTH) {
                throw new IllegalArgumentException("natter.history.admin.token must have 32 characters or more");
            }
        });
        this.token = config.token().map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses with {@code forbidden} if nobody may, and with {@code unauthenticated} whoever shows something else. */
    public void check(@Nullable String authorization) {
        byte[] expected = token.orElseThrow(
                () -> new Refusal(Problem.FORBIDDEN, "natter.history.admin.token is not configured."));
        String shown = authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length())
                : "";
        // In the same time, whatever is shown.
        if (!MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal(Problem.UNAUTHENTICATED, Problem.UNAUTHENTICATED.title());
        }
    }
}
