package chat.natter.auth.problem;

import chat.natter.contract.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** A fault of ours: the log has its cause, the client learns nothing of the inside. */
@Provider
public class MapUnexpected implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(MapUnexpected.class);

    @Override
    public Response toResponse(Throwable fault) {
        LOG.error("failed unexpectedly", fault);
        return ProblemBody.response(Problem.INTERNAL, Problem.INTERNAL.title());
    }
}
