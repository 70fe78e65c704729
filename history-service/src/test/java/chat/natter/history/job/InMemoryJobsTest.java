package chat.natter.history.job;

class InMemoryJobsTest implements JobStoreContract {
    private final InMemoryJobs store = new InMemoryJobs();

    @Override
    public JobStore store() {
        return store;
    }
}
