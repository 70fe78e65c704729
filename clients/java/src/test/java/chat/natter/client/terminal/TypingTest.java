package chat.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.UserId;
import org.junit.jupiter.api.Test;

final class TypingTest {
    private static final UserId BOB = new UserId("01ja0000000000000000000002");

    private final Typing typing = new Typing();

    @Test
    void saysItSeldomWhileALineGrows() {
        assertThat(typing.mine("", 0)).isNull();
        assertThat(typing.mine("h", 50)).isTrue();
        assertThat(typing.mine("he", 100)).isNull();
        assertThat(typing.mine("hello", 4_049)).isNull();
        assertThat(typing.mine("hello ", 4_050)).isTrue();
    }

    @Test
    void saysNothingOfALineThatRests() {
        assertThat(typing.mine("h", 0)).isTrue();
        assertThat(typing.mine("h", 10_000)).isNull();
    }

    @Test
    void saysThatItIsOverOnce() {
        assertThat(typing.mine("h", 0)).isTrue();
        assertThat(typing.mine("", 100)).isFalse();
        assertThat(typing.mine("", 150)).isNull();
    }

    @Test
    void saysNothingOfCommands() {
        assertThat(typing.mine("/to bob", 0)).isNull();
    }

    @Test
    void showsWhoBeginsAndNotWhoGoesOn() {
        assertThat(typing.begins(BOB, true, 0)).isTrue();
        assertThat(typing.begins(BOB, true, 3_000)).isFalse();
        assertThat(typing.begins(BOB, false, 4_000)).isFalse();
        assertThat(typing.begins(BOB, true, 5_000)).isTrue();
        assertThat(typing.begins(BOB, true, 11_000)).isTrue();
        typing.over(BOB);
        assertThat(typing.begins(BOB, true, 11_100)).isTrue();
    }
}
