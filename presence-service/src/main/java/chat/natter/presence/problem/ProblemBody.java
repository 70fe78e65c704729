package chat.natter.presence.problem;

import chat.natter.contract.Problem;

/** The members of RFC 9457, and the stable code. */
record ProblemBody(String type, String title, int status, String detail, String code) {
    static ProblemBody of(Problem problem, String detail) {
        return new ProblemBody(problem.type(), problem.title(), problem.httpStatus(), detail, problem.code());
    }
}
