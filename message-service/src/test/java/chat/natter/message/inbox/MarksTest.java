package chat.natter.message.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.contract.record.Acknowledged;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.MemberMarks;
import chat.natter.contract.record.Privacy;
import chat.natter.contract.record.ReadMark;
import chat.natter.contract.record.ReceiptMark;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import chat.natter.message.simulation.MemoryStore;
import chat.natter.message.stage.RecordedOutputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What marks say and to whom. */
final class MarksTest {
    private static final String ALICE = "01jd3zk8x0000000000000000a";
    private static final String BOB = "01jd3zk8x0000000000000000b";
    private static final String DIRECT = "d-" + ALICE + "-" + BOB;
    private static final String GROUP = "g-01jd3zk8x0000000000000000g";
    private static final String PHONE = "01jd3zk8x1000000000000000p";
    private static final String TABLET = "01jd3zk8x1000000000000000t";

    private final RecordedOutputs outputs = new RecordedOutputs();
    private final MemoryStore store = new MemoryStore();
    private final InboxStage stage = new InboxStage(store, outputs, InboxLimits.defaults());
    private long offset;

    @Test
    void aThousandMessagesReadAtOnceAreAHandfulOfRecords() {
        // Given
        account(PHONE);
        long last = receive(DIRECT, 1, 1_000);

        // When
        acknowledge(PHONE, last);
        read(PHONE, DIRECT, 1_000);
        stage.publishMarks(100);

        // Then
        assertThat(toAlice()).extracting(ReceiptMark::getDelivered).containsExactly(1_000L, 1_000L);
        assertThat(toAlice()).extracting(ReceiptMark::getRead).containsExactly(0L, 1_000L);
        assertThat(outputs.marks).hasSize(1);
    }

    @Test
    void nothingIsReadThatHasNotArrived() {
        // Given
        account(PHONE);
        receive(DIRECT, 1, 3);

        // When
        read(PHONE, DIRECT, 99);

        // Then
        assertThat(toAlice()).extracting(ReceiptMark::getRead).containsExactly(3L);
        assertThat(toAlice()).extracting(ReceiptMark::getDelivered).containsExactly(3L);
    }

    @Test
    void aReaderOfATopicHasReadWhatTheGatewaySaw() {
        // Given
        account(PHONE);
        String topic = "t-01jd3zk8x0000000000000000t";

        // When
        read(PHONE, topic, 3);
        session(
                PHONE,
                SessionRecord.newBuilder()
                        .setRead(ReadMark.newBuilder()
                                .setConversation(topic)
                                .setSeq(7)
                                .setListens(true)));
        stage.publishMarks(100);

        // Then
        assertThat(outputs.marks).extracting(MemberMarks::getRead).containsExactly(7L);
        assertThat(outputs.copies).isEmpty();
    }

    @Test
    void marksNeverGoBack() {
        // Given
        account(PHONE);
        receive(DIRECT, 1, 3);
        read(PHONE, DIRECT, 3);

        // When
        read(PHONE, DIRECT, 2);

        // Then
        assertThat(toAlice()).hasSize(1);
    }

    @Test
    void inAGroupNobodyIsToldAndTheArchiveNowAndThen() {
        // Given
        account(PHONE);
        long last = receive(GROUP, 1, 50);

        // When
        acknowledge(PHONE, last);
        read(PHONE, GROUP, 20);
        read(PHONE, GROUP, 50);
        stage.publishMarks(100);
        stage.publishMarks(100);

        // Then
        assertThat(outputs.copies).isEmpty();
        assertThat(outputs.marks).hasSize(1);
        assertThat(outputs.marks.get(0).getDelivered()).isEqualTo(50);
        assertThat(outputs.marks.get(0).getRead()).isEqualTo(50);
    }

    @Test
    void whatIsReadOnOneDeviceIsReadOnTheOthers() {
        // Given
        account(PHONE, TABLET);
        open(PHONE);
        open(TABLET);
        receive(GROUP, 1, 2);
        outputs.deliveries.clear();

        // When
        read(PHONE, GROUP, 2);
        outputs.copies.forEach(copy -> stage.process(copy.user(), copy.entry(), place()));

        // Then
        List<Delivery> receipts =
                outputs.deliveries.stream().filter(Delivery::hasReceipt).toList();
        assertThat(receipts).extracting(Delivery::getDevice).containsExactly(TABLET);
        assertThat(receipts.get(0).getReceipt().getUser()).isEqualTo(BOB);
        assertThat(receipts.get(0).getReceipt().getRead()).isEqualTo(2);
    }

    @Test
    void whoHidesReadMarksTellsNobodyAndIsToldNothing() {
        // Given
        account(PHONE);
        receive(DIRECT, 1, 3);
        hideReadMarks(2, true, place());

        // When
        read(PHONE, DIRECT, 3);
        outputs.deliveries.clear();
        open(PHONE);
        stage.process(BOB, readByAlice(3), place());

        // Then
        assertThat(toAlice()).extracting(ReceiptMark::getDelivered).containsExactly(3L);
        assertThat(toAlice()).extracting(ReceiptMark::getRead).containsExactly(0L);
        assertThat(outputs.deliveries)
                .filteredOn(Delivery::hasReceipt)
                .extracting(delivery -> delivery.getReceipt().getRead())
                .containsExactly(0L);
    }

    @Test
    void aReceiptThatStillWaitsIsReplacedAndOneThatIsDeliveredCostsNothingMore() {
        // Given
        account(PHONE);
        int first = writesOf(readByAlice(1));

        // When
        int replacing = writesOf(readByAlice(2));
        acknowledge(PHONE, offset);
        int following = writesOf(readByAlice(3));

        // Then
        assertThat(first).isEqualTo(2);
        assertThat(replacing).isEqualTo(3);
        assertThat(following).isEqualTo(2);
    }

    private int writesOf(InboxRecord record) {
        int before = store.writes();
        stage.process(BOB, record, place());
        return store.writes() - before;
    }

    @Test
    void theArchiveIsToldOfEachConversationForWhomReadMarksAreAlsoAfterAReplay() {
        // Given
        account(PHONE);
        receive(DIRECT, 1, 3);
        receive(GROUP, 1, 3);
        Place hidden = place();

        // When
        hideReadMarks(2, true, hidden);
        hideReadMarks(2, true, hidden);
        hideReadMarks(3, false, place());

        // Then
        assertThat(outputs.marks).extracting(MemberMarks::getAccountVersion).containsExactly(2L, 2L, 2L, 2L, 3L, 3L);
        assertThat(outputs.marks)
                .extracting(MemberMarks::getHideReadMark)
                .containsExactly(true, true, true, true, false, false);
        assertThat(outputs.marks).extracting(MemberMarks::getConversation).startsWith(DIRECT, GROUP);
    }

    private void hideReadMarks(long version, boolean hide, Place place) {
        stage.process(
                BOB,
                Account.newBuilder()
                        .setUser(BOB)
                        .setVersion(version)
                        .setStatus(Account.Status.ACTIVE)
                        .addDevices(AccountDevice.newBuilder().setDevice(PHONE))
                        .setPrivacy(Privacy.newBuilder().setHideReadMarks(hide))
                        .build(),
                place);
    }

    private static InboxRecord readByAlice(long seq) {
        return InboxRecord.newBuilder()
                .setReceipt(ReceiptMark.newBuilder()
                        .setConversation(DIRECT)
                        .setUser(ALICE)
                        .setDelivered(seq)
                        .setRead(seq))
                .build();
    }

    private List<ReceiptMark> toAlice() {
        return outputs.copies.stream()
                .filter(copy -> copy.user().equals(ALICE))
                .map(copy -> copy.entry().getReceipt())
                .toList();
    }

    private void account(String... devices) {
        Account.Builder account =
                Account.newBuilder().setUser(BOB).setVersion(1).setStatus(Account.Status.ACTIVE);
        for (String device : devices) {
            account.addDevices(AccountDevice.newBuilder().setDevice(device));
        }
        stage.process(BOB, account.build(), place());
    }

    /** The position of the last one. */
    private long receive(String conversation, int first, int last) {
        for (int seq = first; seq <= last; seq++) {
            InboxMessage message = InboxMessage.newBuilder()
                    .setConversation(conversation)
                    .setSeq(seq)
                    .setFrom(ALICE)
                    .setDevice("01jd3zk8x1000000000000000x")
                    .setAt(1)
                    .build();
            stage.process(BOB, InboxRecord.newBuilder().setMessage(message).build(), place());
        }
        return offset;
    }

    private void open(String device) {
        session(device, SessionRecord.newBuilder().setOpened(SessionOpened.getDefaultInstance()));
    }

    private void acknowledge(String device, long position) {
        session(
                device,
                SessionRecord.newBuilder()
                        .setAcknowledged(Acknowledged.newBuilder().setPosition(position)));
    }

    private void read(String device, String conversation, long seq) {
        session(
                device,
                SessionRecord.newBuilder()
                        .setRead(ReadMark.newBuilder()
                                .setConversation(conversation)
                                .setSeq(seq)));
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
