package chat.natter.client.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The calls about packages of all that a signed-in user may read. Get one from {@link UserApi#exports}. The package
 * itself goes past the edge, straight from the object store.
 */
public final class ExportApi {
    private static final String PATH = "/v1/exports";

    private final Edge edge;
    private final UnaryOperator<HttpRequest.Builder> signed;

    ExportApi(Edge edge, UnaryOperator<HttpRequest.Builder> signed) {
        this.edge = edge;
        this.signed = signed;
    }

    /** Asks for one; the pages show the days and hours of that zone. */
    public Export ask(ZoneId zone) {
        return export(edge.call(signed.apply(
                edge.post(PATH, JsonNodeFactory.instance.objectNode().put("zone", zone.getId())))));
    }

    /** The one that was asked for last. */
    public Optional<Export> last() {
        JsonNode exports = edge.call(signed.apply(edge.get(PATH))).path("exports");
        return exports.isEmpty() ? Optional.empty() : Optional.of(export(exports.get(0)));
    }

    public Export read(String id) {
        return export(edge.call(signed.apply(edge.get(PATH + "/" + id))));
    }

    /** A short-lived address of the package, once it is ready. */
    public URI address(String id) {
        return edge.location(signed.apply(edge.get(PATH + "/" + id + "/file")));
    }

    /** Calls it off, or takes its package away. */
    public void remove(String id) {
        edge.call(signed.apply(edge.delete(PATH + "/" + id)));
    }

    private static Export export(JsonNode answer) {
        return new Export(
                answer.path("id").asText(),
                answer.path("state").asText(),
                answer.path("messages").asLong(),
                answer.path("about").asLong());
    }
}
