package chat.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Mentions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadMentionsTest {
    private static final UserId BOB = new UserId("01jd3zk8x0000000000000000b");
    private static final UserId CAROL = new UserId("01jd3zk8x0000000000000000c");
    private static final Map<String, UserId> USERS = Map.of("bob", BOB, "carol.two", CAROL);

    @Test
    void findsNamesOfUsers() {
        assertThat(read("@bob, will you? Or @carol.two, or @bob")).isEqualTo(new Mentions(List.of(BOB, CAROL), false));
        assertThat(read("is @nobody there?")).isEqualTo(Mentions.NONE);
        assertThat(read("bob@example.com")).isEqualTo(Mentions.NONE);
    }

    @Test
    void findsWhatIsForAll() {
        assertThat(read("@all lunch @bob")).isEqualTo(new Mentions(List.of(BOB), true));
        assertThat(read("at all")).isEqualTo(Mentions.NONE);
    }

    private static Mentions read(String text) {
        return ReadMentions.of(text, name -> Optional.ofNullable(USERS.get(name)));
    }
}
