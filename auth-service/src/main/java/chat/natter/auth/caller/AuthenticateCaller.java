package chat.natter.auth.caller;

import chat.natter.auth.problem.ProblemBody;
import chat.natter.auth.token.VerifyAccessToken;
import chat.natter.contract.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a request pass only with a good access token of a session that stands. */
@Provider
@SignedIn
public class AuthenticateCaller implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final VerifyAccessToken verify;
    private final FindLiveSession findLiveSession;

    AuthenticateCaller(VerifyAccessToken verify, FindLiveSession findLiveSession) {
        this.verify = verify;
        this.findLiveSession = findLiveSession;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        SecurityContext outer = request.getSecurityContext();
        token(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .flatMap(verify::verify)
                .filter(findLiveSession::isLive)
                .map(Caller::of)
                .ifPresentOrElse(
                        caller -> request.setSecurityContext(new CallerContext(caller, outer)),
                        () -> request.abortWith(unauthenticated()));
    }

    private static Optional<String> token(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static Response unauthenticated() {
        return Response.fromResponse(ProblemBody.response(
                        Problem.UNAUTHENTICATED,
                        "The access token is missing, expired or of a session that has ended."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
