package chat.natter.media.problem;

import chat.natter.contract.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered by an entry of the problem catalogue. The detail is for people and must be safe to show.
 */
public class Refusal extends RuntimeException {
    private final Problem problem;

    public Refusal(Problem problem, String detail) {
        this(problem, detail, null);
    }

    protected Refusal(Problem problem, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? problem.title() : message;
    }
}
