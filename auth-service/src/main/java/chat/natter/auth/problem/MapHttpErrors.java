package chat.natter.auth.problem;

import chat.natter.contract.Problem;
import com.fasterxml.jackson.core.JacksonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP layer itself refuses: unknown paths, wrong methods, bodies that are no JSON or of another media type.
 */
@Provider
public class MapHttpErrors implements ExceptionMapper<WebApplicationException> {
    private static final Logger LOG = Logger.getLogger(MapHttpErrors.class);

    @Override
    public Response toResponse(WebApplicationException error) {
        // The JSON reader wraps whatever goes wrong while it reads, and the HTTP layer wraps the JSON reader's.
        if (isCausedBy(BodyTooLarge.class, error)) {
            return BodyTooLarge.response();
        }
        if (isCausedBy(JacksonException.class, error)) {
            return ProblemBody.response(Problem.BAD_REQUEST, "body: is not JSON of the documented form");
        }
        Response original = error.getResponse();
        Problem problem = problemOf(original.getStatus());
        if (problem == Problem.INTERNAL) {
            LOG.error("failed in the HTTP layer", error);
        }
        Response.ResponseBuilder answer = Response.fromResponse(ProblemBody.response(problem, problem.title()));
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    static Problem problemOf(int status) {
        return switch (status) {
            case 401 -> Problem.UNAUTHENTICATED;
            case 403 -> Problem.FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 413 -> Problem.TOO_LARGE;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> Problem.UNAVAILABLE;
            default -> status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL;
        };
    }

    private static boolean isCausedBy(Class<? extends Throwable> kind, Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
