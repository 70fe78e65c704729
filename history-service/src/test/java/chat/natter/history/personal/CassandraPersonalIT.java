package chat.natter.history.personal;

import chat.natter.history.cassandra.OwnKeyspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CassandraPersonalIT implements PersonalStoreContract {
    private static OwnKeyspace keyspace;
    private static PersonalStore store;

    @BeforeAll
    static void open() throws InterruptedException {
        keyspace = new OwnKeyspace();
        store = new CassandraPersonal(keyspace.session());
    }

    @AfterAll
    static void close() {
        keyspace.close();
    }

    @Override
    public PersonalStore store() {
        return store;
    }
}
