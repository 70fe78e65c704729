package chat.natter.auth.problem;

import chat.natter.contract.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An outage is one line in the log, without a stack trace: it comes in thousands. */
@Provider
public class MapUnavailable implements ExceptionMapper<Unavailable> {
    private static final Logger LOG = Logger.getLogger(MapUnavailable.class);
    private static final int RETRY_SECONDS = 5;

    @Override
    public Response toResponse(Unavailable outage) {
        LOG.warnf("unavailable detail=\"%s\" cause=\"%s\"", outage.getMessage(), firstLine(outage.getCause()));
        return Response.fromResponse(ProblemBody.response(Problem.UNAVAILABLE, String.valueOf(outage.getMessage())))
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** The driver's messages have several, of which the first says it. */
    private static String firstLine(@Nullable Throwable cause) {
        return String.valueOf(cause).lines().findFirst().orElse("");
    }
}
