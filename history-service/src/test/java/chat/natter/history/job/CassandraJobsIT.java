package chat.natter.history.job;

import chat.natter.history.cassandra.SharedKeyspace;

class CassandraJobsIT implements JobStoreContract {

    @Override
    public JobStore store() {
        return new CassandraJobs(SharedKeyspace.session());
    }
}
