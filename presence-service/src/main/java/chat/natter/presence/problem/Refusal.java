package chat.natter.presence.problem;

import chat.natter.contract.Problem;

/** A request that is refused for a catalogued reason. No stack trace: it is an answer, not a fault. */
public final class Refusal extends RuntimeException {
    private final Problem problem;

    /** @param detail one sentence for people, without anything secret */
    public Refusal(Problem problem, String detail) {
        super(detail, null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
