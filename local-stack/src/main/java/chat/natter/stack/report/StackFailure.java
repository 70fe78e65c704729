package chat.natter.stack.report;

/** A failure that the person at the terminal can act on: its message is the whole explanation, so no trace is shown. */
public final class StackFailure extends RuntimeException {
    public StackFailure(String sentence) {
        super(sentence);
    }

    public StackFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
