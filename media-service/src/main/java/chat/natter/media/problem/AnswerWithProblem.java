package chat.natter.media.problem;

import chat.natter.contract.Problem;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every failure leaves as a problem of the catalogue; what was not foreseen is logged once and answered without detail.
 */
final class AnswerWithProblem {
    private static final Logger LOG = Logger.getLogger(AnswerWithProblem.class);

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        if (refusal.getCause() != null) {
            LOG.warnf("refused code=%s cause=%s", refusal.problem().code(), refusal.getCause());
        }
        return answer(refusal.problem(), refusal.detail());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated() {
        return answer(Problem.UNAUTHENTICATED, Problem.UNAUTHENTICATED.title());
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden() {
        return answer(Problem.FORBIDDEN, Problem.FORBIDDEN.title());
    }

    /** What the REST layer itself refuses: no such path, wrong method, wrong media type, unreadable body. */
    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException exception) {
        int status = exception.getResponse().getStatus();
        Problem problem = switch (status) {
            case 401 -> Problem.UNAUTHENTICATED;
            case 403 -> Problem.FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 413 -> Problem.TOO_LARGE;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> Problem.UNAVAILABLE;
            default -> status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL;
        };
        if (problem == Problem.INTERNAL) {
            LOG.error("request failed", exception);
        }
        return answer(problem, problem.title());
    }

    @ServerExceptionMapper(MismatchedInputException.class)
    Response unreadableJson() {
        return answer(Problem.BAD_REQUEST, "The body is not the JSON object that is expected here.");
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure) {
        LOG.error("request failed", failure);
        return answer(Problem.INTERNAL, Problem.INTERNAL.title());
    }

    private static Response answer(Problem problem, String detail) {
        Response.ResponseBuilder response = Response.status(problem.httpStatus())
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.of(problem, detail));
        if (problem == Problem.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
