package chat.natter.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.DeviceId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MakeRoomTest {
    private static final Device OLD = device('1', false);
    private static final Device USED = device('2', true);
    private static final Device NEWER = device('3', false);

    @Test
    void letsTheOldestThatIsSignedOutGoFirst() {
        assertThat(MakeRoom.surplus(List.of(OLD, USED, NEWER), 3)).containsExactly(OLD);
        assertThat(MakeRoom.surplus(List.of(OLD, USED, NEWER), 2)).containsExactly(OLD, NEWER);
    }

    @Test
    void letsNoneGoWithoutNeedNorOneThatIsSignedIn() {
        assertThat(MakeRoom.surplus(List.of(OLD, USED), 3)).isEmpty();
        assertThat(MakeRoom.surplus(List.of(USED), 1)).isEmpty();
    }

    private static Device device(char end, boolean signedIn) {
        return new Device(new DeviceId("01jd3zk8x0000000000000000" + end), "Device", "web", Instant.EPOCH, signedIn);
    }
}
