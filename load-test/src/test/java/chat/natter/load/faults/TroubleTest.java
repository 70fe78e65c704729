package chat.natter.load.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleTest {
    @Test
    void bringsBackAllThatItKilled() {
        assertDoes(
                new Trouble.Killed(List.of("gateway-1", "gateway-2")),
                "kill gateway-1",
                "kill gateway-2",
                "start gateway-1",
                "start gateway-2");
    }

    @Test
    void undoesWhatItDid() {
        assertDoes(new Trouble.Restarted("kafka"), "stop kafka", "start kafka");
        assertDoes(new Trouble.Paused("kafka"), "pause kafka", "resume kafka");
        assertDoes(new Trouble.DiskFull("kafka"), "fill disk of kafka", "kill kafka", "start kafka");
        assertDoes(
                new Trouble.WrongClock("presence", Duration.ofSeconds(-30)),
                "set by -30 s the clock of presence",
                "set by 0 s the clock of presence");
        assertDoes(new Trouble.CutOff("a to b"), "cut a to b", "heal a to b");
        assertDoes(new Trouble.Slowed("a to b", Duration.ofMillis(5)), "slow by 5 ms a to b", "heal a to b");
    }

    private static void assertDoes(Trouble trouble, String... expected) {
        TouchedVictims victims = new TouchedVictims();
        trouble.begin(victims);
        trouble.end(victims);
        assertThat(victims.done()).containsExactly(expected);
    }
}
