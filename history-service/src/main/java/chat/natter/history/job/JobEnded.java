package chat.natter.history.job;

/** The job is not this instance's any more: it was called off, or somebody else has it. */
final class JobEnded extends RuntimeException {
    JobEnded(JobId id) {
        super("no longer ours job=" + id);
    }
}
