package chat.natter.history.archive;

/** The service stops in the middle of a batch. The batch is not acknowledged and comes again. */
final class ArchiveStopped extends RuntimeException {
    ArchiveStopped() {
        super("stopping; the batch will come again");
    }
}
