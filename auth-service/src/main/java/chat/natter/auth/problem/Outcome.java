package chat.natter.auth.problem;

import chat.natter.contract.Problem;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a request came to: done, or refused for a reason that the client is told. Outages and bugs are exceptions. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Problem problem, String detail) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Problem problem, String detail) {
        return new Refused<>(problem, detail);
    }

    /** Both ends must be handled. */
    default <R> R fold(Function<T, R> done, BiFunction<Problem, String, R> refused) {
        if (this instanceof Refused<T> refusal) {
            return refused.apply(refusal.problem(), refusal.detail());
        }
        return done.apply(((Done<T>) this).value());
    }
}
