package chat.natter.auth.problem;

import chat.natter.contract.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** RFC 9457 with our {@code code}. The detail is for people and never quotes what the client sent. */
public record ProblemBody(String type, String title, int status, String detail, String code) {
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    public static ProblemBody of(Problem problem, String detail) {
        return new ProblemBody(problem.type(), problem.title(), problem.httpStatus(), detail, problem.code());
    }

    public static Response response(Problem problem, String detail) {
        return Response.status(problem.httpStatus())
                .type(MEDIA_TYPE)
                .entity(of(problem, detail))
                .build();
    }
}
