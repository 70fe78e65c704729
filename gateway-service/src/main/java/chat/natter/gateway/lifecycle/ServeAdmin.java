package chat.natter.gateway.lifecycle;

import chat.natter.gateway.kafka.GatewayIdentity;
import chat.natter.gateway.socket.SessionDirectory;
import io.quarkus.runtime.Quarkus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** For operators, on the management address: draining by hand, and how far it is. */
@Singleton
class ServeAdmin {
    private static final String DRAIN = "/v1/admin/drain";
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final DrainGateway drain;
    private final SessionDirectory directory;
    private final GatewayIdentity identity;

    ServeAdmin(DrainGateway drain, SessionDirectory directory, GatewayIdentity identity) {
        this.drain = drain;
        this.directory = directory;
        this.identity = identity;
    }

    void routes(@Observes Router router) {
        router.post(DRAIN).handler(this::beginToDrain);
        router.get(DRAIN).handler(request -> answer(request, OK, drain.hasBegun()));
    }

    private void beginToDrain(RoutingContext request) {
        if (!drain.hasBegun()) {
            Thread leaving = new Thread(
                    () -> {
                        drain.drain();
                        Quarkus.asyncExit(0);
                    },
                    "drain");
            leaving.start();
        }
        answer(request, ACCEPTED, true);
    }

    private void answer(RoutingContext request, int status, boolean draining) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("gatewayId", identity.id().value())
                        .put("draining", draining)
                        .put("sockets", directory.sockets())
                        .toBuffer());
    }
}
