package chat.natter.auth.method;

/** Another account has it. Thrown to undo the transaction. */
final class Taken extends RuntimeException {
    Taken(String detail) {
        super(detail, null, false, false);
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
