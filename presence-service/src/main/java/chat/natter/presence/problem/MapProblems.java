package chat.natter.presence.problem;

import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every way a request can end badly, and its place in the catalogue. */
final class MapProblems {
    private static final Logger LOG = Logger.getLogger(MapProblems.class);

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return respond(refusal.problem(), String.valueOf(refusal.getMessage()));
    }

    @ServerExceptionMapper
    Response badId(InvalidId invalid) {
        return respond(Problem.BAD_REQUEST, String.valueOf(invalid.getMessage()));
    }

    @ServerExceptionMapper
    Response notSignedIn(UnauthorizedException missing) {
        return respond(Problem.UNAUTHENTICATED, "An access token is needed.");
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException failed) {
        // Without the issuer's keys nobody can tell a good token from a bad one; that is not the client's fault.
        if (isCausedByInputOutput(failed)) {
            LOG.warnf("signing keys are out of reach cause=%s", failed.getMessage());
            return respond(Problem.UNAVAILABLE, "Access tokens cannot be checked right now.");
        }
        return respond(Problem.UNAUTHENTICATED, "The access token is not valid.");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden) {
        return respond(Problem.FORBIDDEN, "This token does not allow that.");
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        Problem problem = switch (status) {
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 413 -> Problem.TOO_LARGE;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            default -> status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL;
        };
        return respond(problem, problem.title());
    }

    @ServerExceptionMapper
    Response unknown(Throwable fault) {
        LOG.error("request failed", fault);
        return respond(Problem.INTERNAL, Problem.INTERNAL.title());
    }

    private static boolean isCausedByInputOutput(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static Response respond(Problem problem, String detail) {
        Response.ResponseBuilder response = Response.status(problem.httpStatus())
                .type("application/problem+json")
                .entity(ProblemBody.of(problem, detail));
        if (problem == Problem.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem == Problem.UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, 1);
        }
        return response.build();
    }
}
