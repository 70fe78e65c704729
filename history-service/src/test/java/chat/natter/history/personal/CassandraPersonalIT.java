package chat.natter.history.personal;

import chat.natter.history.cassandra.SharedKeyspace;
import org.junit.jupiter.api.BeforeAll;

class CassandraPersonalIT implements PersonalStoreContract {
    private static PersonalStore store;

    @BeforeAll
    static void open() {
        store = new CassandraPersonal(SharedKeyspace.session());
    }

    @Override
    public PersonalStore store() {
        return store;
    }
}
