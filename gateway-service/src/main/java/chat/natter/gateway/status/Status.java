package chat.natter.gateway.status;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How this gateway is at a point in time, and what it can learn of the others; what is empty could not be learnt. */
record Status(Instant at, Self self, Rates.PerSecond rates, Optional<List<Peer>> gateways, Optional<List<Lag>> lag) {
    /** This gateway; {@code parts} are what it needs, and whether it has it. */
    record Self(String gatewayId, String version, Instant startedAt, int sockets, boolean draining, Parts parts) {}

    /** What a gateway needs to serve; {@code contact}: heartbeats are stored. */
    record Parts(boolean signingKeys, boolean deliveries, boolean publicPort, boolean contact) {}

    /** What is not as it should be, a sentence each; none means that all is well. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        Parts parts = self.parts();
        if (self.draining()) {
            findings.add("This gateway is draining: it takes no new sockets.");
        } else if (!parts.publicPort()) {
            findings.add("The public port is closed.");
        }
        if (!parts.signingKeys()) {
            findings.add("auth-service's keys have not been fetched: tokens cannot be checked.");
        }
        if (!parts.deliveries()) {
            findings.add("Deliveries are not read from Kafka.");
        }
        if (!parts.contact()) {
            findings.add("Heartbeats do not reach Kafka: this gateway counts as gone.");
        }
        if (gateways.isEmpty()) {
            findings.add("presence-service does not answer: nothing is known of other gateways.");
        }
        if (lag.isEmpty()) {
            findings.add("Kafka does not say how far the services have read.");
        }
        gateways.stream()
                .flatMap(List::stream)
                .filter(Peer::isSilent)
                .forEach(silent -> findings.add(silent.gatewayId() + " is silent: its sessions have been given up."));
        return findings;
    }

    JsonObject toJson() {
        Parts parts = self.parts();
        JsonObject json = new JsonObject()
                .put("at", at.toString())
                .put("well", findings().isEmpty())
                .put("findings", new JsonArray(findings()))
                .put("gatewayId", self.gatewayId())
                .put("version", self.version())
                .put("startedAt", self.startedAt().toString())
                .put("sockets", self.sockets())
                .put("draining", self.draining())
                .put(
                        "parts",
                        new JsonObject()
                                .put("signingKeys", parts.signingKeys())
                                .put("deliveries", parts.deliveries())
                                .put("publicPort", parts.publicPort())
                                .put("contact", parts.contact()))
                .put(
                        "perSecond",
                        new JsonObject()
                                .put("framesIn", rates.framesIn())
                                .put("framesOut", rates.framesOut())
                                .put("refused", rates.refused())
                                .put("delivered", rates.delivered()))
                .put("deliveryMillis", rates.deliveryMillis());
        gateways.ifPresent(known -> json.put(
                "gateways", new JsonArray(known.stream().map(Peer::toJson).toList())));
        lag.ifPresent(known ->
                json.put("lag", new JsonArray(known.stream().map(Lag::toJson).toList())));
        return json;
    }
}
