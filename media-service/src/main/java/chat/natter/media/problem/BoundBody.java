package chat.natter.media.problem;

import chat.natter.contract.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Refuses a body that announces more than any request here needs; the files themselves go elsewhere. */
@Provider
@PreMatching
final class BoundBody implements ContainerRequestFilter {
    private static final int MAX_BYTES = 16 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MAX_BYTES) {
            throw new Refusal(Problem.TOO_LARGE, "A body may have at most " + MAX_BYTES + " bytes.");
        }
    }
}
