package chat.natter.message.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import chat.natter.message.simulation.MemoryStore;
import chat.natter.message.stage.RecordedOutputs;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of an erased account nothing stays but that it was erased, and that is for good. */
final class ErasedAccountTest {
    private static final String ALICE = "01jd3zk8x0000000000000000a";
    private static final String BOB = "01jd3zk8x0000000000000000b";
    private static final String PHONE = "01jd3zk8x1000000000000000p";
    private static final String TABLET = "01jd3zk8x1000000000000000t";

    private final MemoryStore store = new MemoryStore();
    private final RecordedOutputs outputs = new RecordedOutputs();
    private final InboxStage stage = new InboxStage(store, outputs, InboxLimits.defaults());
    private long offset;

    @BeforeEach
    void aMessageWaitsForOneOfTwoDevices() {
        account(1, Account.Status.ACTIVE, PHONE, TABLET);
        session(PHONE, SessionRecord.newBuilder().setOpened(SessionOpened.getDefaultInstance()));
        receive();
        assertThat(store.count('e')).isEqualTo(1);
        outputs.deliveries.clear();
    }

    @Test
    void losesItsSocketsAndWhatWaitedForIt() {
        account(2, Account.Status.ERASED);

        assertThat(closes()).containsExactly(4403);
        assertThat(store.count('e')).isZero();
    }

    @Test
    void isGivenNothingAnyMore() {
        account(2, Account.Status.ERASED);
        outputs.deliveries.clear();

        receive();

        assertThat(store.count('e')).isZero();
        assertThat(outputs.deliveries).isEmpty();
    }

    @Test
    void isNotRevivedByATicketNorByAnOlderRecord() {
        account(3, Account.Status.ERASED);
        outputs.deliveries.clear();

        account(2, Account.Status.ACTIVE, PHONE, TABLET);
        session(TABLET, SessionRecord.newBuilder().setOpened(SessionOpened.getDefaultInstance()));
        session(TABLET, SessionRecord.newBuilder().setClosed(SessionClosed.getDefaultInstance()));
        session(PHONE, SessionRecord.newBuilder().setOpened(SessionOpened.getDefaultInstance()));

        assertThat(closes()).containsExactly(4403, 4403);
    }

    private List<Integer> closes() {
        return outputs.deliveries.stream()
                .filter(Delivery::hasClose)
                .map(delivery -> delivery.getClose().getCode())
                .toList();
    }

    private void receive() {
        InboxMessage message = InboxMessage.newBuilder()
                .setConversation("d-" + ALICE + "-" + BOB)
                .setSeq(offset + 1)
                .setFrom(ALICE)
                .setDevice("01jd3zk8x1000000000000000x")
                .setAt(offset)
                .build();
        stage.process(BOB, InboxRecord.newBuilder().setMessage(message).build(), place());
    }

    private void account(int version, Account.Status status, String... devices) {
        Account.Builder account =
                Account.newBuilder().setUser(BOB).setVersion(version).setStatus(status);
        for (String device : devices) {
            account.addDevices(AccountDevice.newBuilder().setDevice(device));
        }
        stage.process(BOB, account.build(), place());
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
        return new Place(++offset, 1_700_000_000_000L + offset);
    }
}
