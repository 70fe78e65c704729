package chat.natter.gateway.edge;

import chat.natter.contract.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** Errors of the edge itself, as RFC 9457 has it. */
public final class RespondWithProblem {
    static final String CONTENT_TYPE = "application/problem+json";

    private RespondWithProblem() {}

    /** Ends the response with the problem. */
    public static void respond(HttpServerResponse response, Problem problem, String detail) {
        response.setStatusCode(problem.httpStatus())
                .putHeader("Content-Type", CONTENT_TYPE)
                .end(body(problem, detail));
    }

    static Buffer body(Problem problem, String detail) {
        return new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.httpStatus())
                .put("detail", detail)
                .put("code", problem.code())
                .toBuffer();
    }
}
