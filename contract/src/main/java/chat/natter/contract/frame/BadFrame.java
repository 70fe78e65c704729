package chat.natter.contract.frame;

import chat.natter.contract.Problem;

/** Carries a refusal out of the depth of a parse; becomes a {@link Decoded.Bad} before it leaves the package. */
final class BadFrame extends RuntimeException {
    private final Problem problem;

    BadFrame(Problem problem, String detail) {
        // Bad input is expected: no stack trace, which would cost more than the rest of the parse.
        super(detail, null, false, false);
        this.problem = problem;
    }

    static BadFrame of(String detail) {
        return new BadFrame(Problem.BAD_FRAME, detail);
    }

    Problem problem() {
        return problem;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
