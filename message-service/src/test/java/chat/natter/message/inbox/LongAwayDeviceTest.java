package chat.natter.message.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.contract.record.Acknowledged;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import chat.natter.message.simulation.MemoryStore;
import chat.natter.message.stage.RecordedOutputs;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that is away for long must not hold the queue of the others. */
final class LongAwayDeviceTest {
    private static final String ALICE = "01jd3zk8x0000000000000000a";
    private static final String BOB = "01jd3zk8x0000000000000000b";
    private static final String PHONE = "01jd3zk8x1000000000000000p";
    private static final String TABLET = "01jd3zk8x1000000000000000t";

    private final MemoryStore store = new MemoryStore();
    private final RecordedOutputs outputs = new RecordedOutputs();
    private final InboxStage stage = new InboxStage(store, outputs, InboxLimits.defaults());
    private long offset;
    private long now = 1_700_000_000_000L;
    private int seq;

    @BeforeEach
    void twoDevicesOfWhichOneGoesAway() {
        Account.Builder account =
                Account.newBuilder().setUser(BOB).setVersion(1).setStatus(Account.Status.ACTIVE);
        account.addDevices(AccountDevice.newBuilder().setDevice(PHONE));
        account.addDevices(AccountDevice.newBuilder().setDevice(TABLET));
        stage.process(BOB, account.build(), place());
        session(PHONE, SessionRecord.newBuilder().setOpened(SessionOpened.getDefaultInstance()));
        session(TABLET, SessionRecord.newBuilder().setOpened(SessionOpened.getDefaultInstance()));
        session(TABLET, SessionRecord.newBuilder().setClosed(SessionClosed.getDefaultInstance()));
    }

    @Test
    void isWaitedForFor30Days() {
        now += Duration.ofDays(30).toMillis();

        acknowledge(PHONE, receive());

        assertThat(store.count('e')).isEqualTo(1);
    }

    @Test
    void isNotWaitedForAnyLonger() {
        now += Duration.ofDays(31).toMillis();

        acknowledge(PHONE, receive());

        assertThat(store.count('e')).isZero();
    }

    @Test
    void startsFromNowWhenItComesBack() {
        // Given
        now += Duration.ofDays(31).toMillis();
        acknowledge(PHONE, receive());
        acknowledge(PHONE, receive());
        outputs.deliveries.clear();

        // When
        session(TABLET, SessionRecord.newBuilder().setOpened(SessionOpened.getDefaultInstance()));
        long position = receive();

        // Then
        assertThat(outputs.deliveries.stream()
                        .filter(delivery -> delivery.getDevice().equals(TABLET) && delivery.hasMessage())
                        .map(Delivery::getMessage))
                .extracting(message -> message.getSeq())
                .containsExactly(3L);
        acknowledge(PHONE, position);
        assertThat(store.count('e')).as("it is waited for again").isEqualTo(1);
        acknowledge(TABLET, position);
        assertThat(store.count('e')).isZero();
    }

    private long receive() {
        InboxMessage message = InboxMessage.newBuilder()
                .setConversation("d-" + ALICE + "-" + BOB)
                .setSeq(++seq)
                .setFrom(ALICE)
                .setDevice("01jd3zk8x1000000000000000x")
                .setAt(now)
                .build();
        stage.process(BOB, InboxRecord.newBuilder().setMessage(message).build(), place());
        return offset;
    }

    private void acknowledge(String device, long position) {
        session(
                device,
                SessionRecord.newBuilder()
                        .setAcknowledged(Acknowledged.newBuilder().setPosition(position)));
    }

    private void session(String device, SessionRecord.Builder record) {
        stage.process(
                BOB,
                record.setSession("s-" + device)
                        .setDevice(device)
                        .setGateway("g")
                        .setGatewayEpoch(1)
                        .build(),
                place());
    }

    private Place place() {
        return new Place(++offset, now);
    }
}
