package chat.natter.contract.frame;

import chat.natter.contract.Problem;
import org.jspecify.annotations.Nullable;

/** The outcome of reading a frame that came from outside. */
public sealed interface Decoded<F> {
    record Frame<F>(F frame) implements Decoded<F> {}

    /**
     * The frame cannot be used.
     *
     * @param re the frame's {@code id} if it could be read, so that the error finds its request
     * @param detail one sentence for the developer of the client; names the field, never its value
     */
    record Bad<F>(Problem problem, @Nullable String re, String detail) implements Decoded<F> {}
}
