package chat.natter.history.name;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.history.name.NameStore.NameChange;
import org.junit.jupiter.api.Test;

class ReadNameTest {
    private static final UserId USER = new UserId("01jd3zk8x0000000000000000e");

    @Test
    void readsWhatSomebodyIsCalled() {
        Account.Builder account =
                Account.newBuilder().setUser(USER.value()).setVersion(3).setUsername("eve");

        assertThat(ReadName.read(account.build().toByteArray())).contains(new NameChange(USER, 3, "eve"));
        account.setDisplayName("Eve");
        assertThat(ReadName.read(account.build().toByteArray())).contains(new NameChange(USER, 3, "Eve"));
        account.setStatus(Account.Status.ERASED);
        assertThat(ReadName.read(account.build().toByteArray())).contains(new NameChange(USER, 3, ""));
    }

    @Test
    void leavesOutWhatItCannotRead() {
        assertThat(ReadName.read(null)).isEmpty();
        assertThat(ReadName.read(new byte[] {(byte) 0xff})).isEmpty();
        assertThat(ReadName.read(Account.newBuilder().setUser("x").build().toByteArray()))
                .isEmpty();
    }
}
