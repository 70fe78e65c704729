package chat.natter.auth.metric;

import chat.natter.auth.problem.ProblemBody;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Does what {@link CountOutcome} says, outside the code that does the work. */
@Provider
@CountOutcome("")
public class CountOutcomes implements ContainerResponseFilter {
    private final MeterRegistry registry;
    private final ResourceInfo resource;

    CountOutcomes(MeterRegistry registry, @Context ResourceInfo resource) {
        this.registry = registry;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        CountOutcome count = resource.getResourceMethod().getAnnotation(CountOutcome.class);
        String outcome = response.getStatus() < 400 ? "ok" : "other";
        if (response.getEntity() instanceof ProblemBody problem) {
            outcome = problem.code();
        }
        registry.counter(count.value(), "outcome", outcome).increment();
    }
}
