package chat.natter.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final UserId PETRA = new UserId("01jd3zk8x0000000000000000a");

    @Test
    void showsTheNameThatTheUserHas() {
        assertThat(new Profile(PETRA, "petra", "Petra Phone").shownName()).isEqualTo("petra");
        assertThat(new Profile(PETRA, "", "Petra Phone").shownName()).isEqualTo("Petra Phone");
    }
}
