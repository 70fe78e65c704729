package chat.natter.auth.limit;

import chat.natter.auth.problem.ProblemBody;
import chat.natter.contract.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Says how long to wait, in whole seconds and never zero. */
@Provider
public class MapRateLimited implements ExceptionMapper<RateLimited> {
    @Override
    public Response toResponse(RateLimited limited) {
        long seconds = limited.retryAfter().toSeconds() + 1;
        return Response.fromResponse(ProblemBody.response(
                        Problem.RATE_LIMITED, "Too many tries. Wait %d seconds.".formatted(seconds)))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
