package chat.natter.history.job;

/** This instance is going; another one is to go on with its job. */
final class Stopping extends RuntimeException {
    Stopping(JobId id) {
        super("left to others job=" + id);
    }
}
