package chat.natter.auth.problem;

import chat.natter.contract.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** No fault of ours, and no line in the log. Hardly anybody reads this answer: the connection is gone. */
@Provider
public class MapBodyCutOff implements ExceptionMapper<BodyCutOff> {
    @Override
    public Response toResponse(BodyCutOff cut) {
        return ProblemBody.response(Problem.BAD_REQUEST, "body: was cut off");
    }
}
