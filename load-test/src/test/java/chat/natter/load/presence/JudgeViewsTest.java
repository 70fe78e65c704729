package chat.natter.load.presence;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JudgeViewsTest {
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId BOB = new UserId("01jd3zk8x0000000000000000b");
    private static final UserId CAROL = new UserId("01jd3zk8x0000000000000000c");

    @Test
    void findsNothingWrongInTheTruth() {
        assertThat(judge(true, Map.of(BOB, PresenceState.AWAY, CAROL, PresenceState.OFFLINE)))
                .isEmpty();
    }

    @Test
    void namesWhoSeesWhatOfWhom() {
        // When
        List<WrongView> wrong = judge(true, Map.of(BOB, PresenceState.ONLINE, CAROL, PresenceState.OFFLINE));

        // Then
        assertThat(wrong).containsExactly(new WrongView(ALICE, BOB, PresenceState.ONLINE, PresenceState.AWAY));
        assertThat(wrong.get(0)).hasToString(ALICE + " watches " + BOB + ": seen online, true away");
    }

    @Test
    void takesSilenceForWrong() {
        // When
        List<WrongView> wrong = judge(true, Map.of(BOB, PresenceState.AWAY));

        // Then
        assertThat(wrong).containsExactly(new WrongView(ALICE, CAROL, null, PresenceState.OFFLINE));
        assertThat(wrong.get(0)).hasToString(ALICE + " watches " + CAROL + ": seen nothing, true offline");
    }

    @Test
    void leavesAloneWhoDoesNotLook() {
        assertThat(judge(false, Map.of(BOB, PresenceState.ONLINE))).isEmpty();
    }

    private static List<WrongView> judge(boolean looking, Map<UserId, PresenceState> seen) {
        Map<UserId, PresenceState> truth = Map.of(BOB, PresenceState.AWAY, CAROL, PresenceState.OFFLINE);
        return JudgeViews.wrong(
                List.of(new View(ALICE, looking, Set.of(BOB, CAROL), seen)),
                user -> truth.getOrDefault(user, PresenceState.OFFLINE));
    }
}
