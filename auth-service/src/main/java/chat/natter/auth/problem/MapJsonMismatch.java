package chat.natter.auth.problem;

import chat.natter.contract.Problem;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.stream.Collectors;

/** JSON of another shape than ours, such as an object where a text is expected: names the field. */
@Provider
public class MapJsonMismatch implements ExceptionMapper<MismatchedInputException> {
    @Override
    public Response toResponse(MismatchedInputException mismatch) {
        if (mismatch instanceof InvalidTypeIdException) {
            return ProblemBody.response(Problem.BAD_REQUEST, "grant: is missing or none of those that are documented");
        }
        // The names in this path are those of our records: what we do not know is ignored.
        String field = mismatch.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return ProblemBody.response(Problem.BAD_REQUEST, (field.isEmpty() ? "body" : field) + ": is of the wrong type");
    }
}
