package chat.natter.message.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import chat.natter.message.simulation.MemoryStore;
import chat.natter.message.stage.RecordedOutputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ticket is good for days, and the gateway that takes it asks nobody: a removed device must not come back by one. */
final class RemovedDevicesTest {
    private static final String BOB = "01jd3zk8x0000000000000000b";
    private static final int MANY = 100;

    private final MemoryStore store = new MemoryStore();
    private final RecordedOutputs outputs = new RecordedOutputs();
    private final InboxStage stage = new InboxStage(store, outputs, InboxLimits.defaults());
    private long offset;
    private int version;

    @Test
    void stayOutHoweverManyWereRemovedSince() {
        // Given
        for (int number = 1; number <= MANY; number++) {
            account(device(0), device(number));
        }
        account(device(0));

        // Then
        for (int number = 1; number <= MANY; number++) {
            assertThat(closeCodeOf(device(number))).as("device %d", number).containsExactly(4403);
        }
    }

    @Test
    void doNotKeepOutTheOldOnesThatStayNorTheNewOneThatTheAccountIsYetToName() {
        // Given
        for (int number = 1; number <= MANY; number++) {
            account(device(0), device(number));
        }
        account(device(0));

        // Then
        assertThat(closeCodeOf(device(0))).isEmpty();
        assertThat(closeCodeOf(device(MANY + 1))).isEmpty();
    }

    @Test
    void stayOutInWhicheverOrderTheyAreRemoved() {
        // Given: the youngest is removed first, the oldest last
        String[] all = new String[MANY];
        for (int number = 0; number < MANY; number++) {
            all[number] = device(number);
        }
        for (int left = MANY; left >= 0; left--) {
            account(List.of(all).subList(0, left).toArray(String[]::new));
        }

        // Then
        for (String device : all) {
            assertThat(closeCodeOf(device)).containsExactly(4403);
        }
    }

    /** Ids grow with time. */
    private static String device(int number) {
        return "01jd3zk8x1000000000000%04d".formatted(number);
    }

    private void account(String... devices) {
        Account.Builder account =
                Account.newBuilder().setUser(BOB).setVersion(++version).setStatus(Account.Status.ACTIVE);
        for (String device : devices) {
            account.addDevices(AccountDevice.newBuilder().setDevice(device));
        }
        stage.process(BOB, account.build(), place());
    }

    private List<Integer> closeCodeOf(String device) {
        outputs.deliveries.clear();
        SessionRecord opened = SessionRecord.newBuilder()
                .setSession("s-" + device)
                .setDevice(device)
                .setGateway("g")
                .setGatewayEpoch(1)
                .setOpened(SessionOpened.getDefaultInstance())
                .build();
        stage.process(BOB, opened, place());
        return outputs.deliveries.stream()
                .filter(Delivery::hasClose)
                .map(delivery -> delivery.getClose().getCode())
                .toList();
    }

    private Place place() {
        return new Place(++offset, 1_700_000_000_000L + offset);
    }
}
