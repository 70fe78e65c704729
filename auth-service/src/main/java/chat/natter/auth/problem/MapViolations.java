package chat.natter.auth.problem;

import chat.natter.contract.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Names every field that is out of range, by its path in the JSON body or its query parameter. */
@Provider
public class MapViolations implements ExceptionMapper<ConstraintViolationException> {
    @Override
    public Response toResponse(ConstraintViolationException invalid) {
        String detail = invalid.getConstraintViolations().stream()
                .map(MapViolations::describe)
                .sorted()
                .collect(Collectors.joining("; "));
        return ProblemBody.response(Problem.BAD_REQUEST, detail);
    }

    private static String describe(ConstraintViolation<?> violation) {
        return field(violation.getPropertyPath()) + ": " + violation.getMessage();
    }

    private static String field(Path path) {
        String parameter = "body";
        List<String> fields = new ArrayList<>();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PROPERTY) {
                fields.add(node.getName());
            } else if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
        }
        return fields.isEmpty() ? parameter : String.join(".", fields);
    }
}
