package chat.natter.client.terminal;

/** Ends the command with one sentence and a non-zero exit code. */
final class ChatFailure extends RuntimeException {
    ChatFailure(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
