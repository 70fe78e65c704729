package chat.natter.history.job;

/** What is done for the jobs of one kind. */
public interface JobWork {
    /** The jobs that this is for. */
    String kind();

    /**
     * Does all of it on the calling thread, and calls {@link JobRun#advanced} often: at least every few seconds. Throws
     * {@link chat.natter.history.message.StoreUnavailable} or {@link chat.natter.history.objects.StorageUnavailable}
     * while a store is away; the job is then tried again later.
     */
    Outcome run(JobRun run);

    /**
     * What came of it.
     *
     * @param object its key in object storage
     * @param bytes its size
     * @param messages how many are in it
     */
    record Outcome(String object, long bytes, long messages) {}
}
