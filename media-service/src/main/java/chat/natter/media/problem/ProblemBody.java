package chat.natter.media.problem;

import chat.natter.contract.Problem;

/** The JSON of {@code application/problem+json}. */
record ProblemBody(String type, String title, int status, String detail, String code) {
    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemBody of(Problem problem, String detail) {
        return new ProblemBody(problem.type(), problem.title(), problem.httpStatus(), detail, problem.code());
    }
}
