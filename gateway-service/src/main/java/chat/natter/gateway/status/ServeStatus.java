package chat.natter.gateway.status;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /status} of the management address: a page for people, JSON for whoever does not ask for HTML. */
@Singleton
class ServeStatus {
    static final String PATH = "/status";

    private final LookAtGateway gateway;
    private final SampleCounts counts;
    private final AskForPeers peers;
    private final MeasureLag lag;
    private final Clock clock;

    ServeStatus(LookAtGateway gateway, SampleCounts counts, AskForPeers peers, MeasureLag lag, Clock clock) {
        this.gateway = gateway;
        this.counts = counts;
        this.peers = peers;
        this.lag = lag;
        this.clock = clock;
    }

    void routes(@Observes Router router) {
        router.get(PATH).handler(request -> answer(request.request()));
    }

    private void answer(HttpServerRequest request) {
        Future<Optional<List<Peer>>> known = peers.ask();
        Future<Optional<List<Lag>>> behind = lag.ask();
        Future.all(known, behind)
                .onSuccess(ignored -> send(
                        request,
                        new Status(
                                clock.instant(), gateway.look(), counts.perSecond(), known.result(), behind.result())));
    }

    static void send(HttpServerRequest request, Status status) {
        HttpServerResponse response = request.response();
        response.headers()
                .set("Cache-Control", "no-store")
                .set("Vary", "Accept")
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer");
        if (wantsPage(request.getHeader("Accept"))) {
            response.putHeader("Content-Type", "text/html; charset=utf-8")
                    .putHeader("Content-Security-Policy", PageStyle.POLICY)
                    .end(WriteStatusPage.of(status));
        } else {
            response.putHeader("Content-Type", "application/json")
                    .end(status.toJson().toBuffer());
        }
    }

    /** Browsers name HTML; who names nothing, or anything, is a program. */
    private static boolean wantsPage(@Nullable String accept) {
        return accept != null && accept.contains("text/html");
    }
}
