package chat.natter.gateway.status;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * A gateway as presence-service knows it; {@code state} is alive, draining or silent, {@code version} empty if it is
 * not known.
 */
record Peer(String gatewayId, String version, String state, int sockets, Instant startedAt, long silentMillis) {
    boolean isSilent() {
        return state.equals("silent");
    }

    /** Of presence-service's answer; throws a {@link RuntimeException} if it has another form. */
    static List<Peer> listOf(JsonObject answer) {
        JsonArray gateways = answer.getJsonArray("gateways");
        return gateways.stream()
                .map(JsonObject.class::cast)
                .map(gateway -> new Peer(
                        gateway.getString("gatewayId"),
                        // A presence-service of the version before does not say it.
                        gateway.getString("version", ""),
                        gateway.getString("state"),
                        gateway.getInteger("sockets"),
                        Instant.parse(gateway.getString("startedAt")),
                        gateway.getLong("silentMillis")))
                .toList();
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("gatewayId", gatewayId)
                .put("version", version)
                .put("state", state)
                .put("sockets", sockets)
                .put("startedAt", startedAt.toString())
                .put("silentMillis", silentMillis);
    }
}
