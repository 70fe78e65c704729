package chat.natter.auth.limit;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Where the present request comes from, for code far from its endpoint. */
@Singleton
public class CurrentAddress {
    private final CurrentVertxRequest request;
    private final ClientAddress clientAddress;

    CurrentAddress(CurrentVertxRequest request, ClientAddress clientAddress) {
        this.request = request;
        this.clientAddress = clientAddress;
    }

    /** Empty outside a request, in the service's own work. */
    public Optional<String> find() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getCurrent())
                .map(RoutingContext::request)
                .map(clientAddress::of);
    }
}
