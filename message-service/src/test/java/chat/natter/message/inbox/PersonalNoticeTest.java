package chat.natter.message.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.Mentions;
import chat.natter.contract.record.Notification;
import chat.natter.contract.record.PersonalMark;
import chat.natter.contract.record.PersonalNotice;
import chat.natter.contract.record.SessionOpened;
import chat.natter.contract.record.SessionRecord;
import chat.natter.message.simulation.MemoryStore;
import chat.natter.message.stage.RecordedOutputs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bob has a phone and a tablet, and sets something for what Alice writes. */
final class PersonalNoticeTest {
    private static final String ALICE = "01jd3zk8x0000000000000000a";
    private static final String BOB = "01jd3zk8x0000000000000000b";
    private static final String DIRECT = "d-" + ALICE + "-" + BOB;
    private static final String PHONE = "01jd3zk8x1000000000000000p";
    private static final String TABLET = "01jd3zk8x1000000000000000t";
    private static final long NOON = 1_780_000_000_000L;

    private final RecordedOutputs outputs = new RecordedOutputs();
    private final InboxStage stage = new InboxStage(new MemoryStore(), outputs, InboxLimits.defaults());
    private long offset;

    PersonalNoticeTest() {
        Account account = Account.newBuilder()
                .setUser(BOB)
                .setVersion(1)
                .setStatus(Account.Status.ACTIVE)
                .addDevices(AccountDevice.newBuilder().setDevice(PHONE))
                .addDevices(AccountDevice.newBuilder().setDevice(TABLET))
                .build();
        stage.process(BOB, account, next(NOON));
    }

    @Test
    void reachesEveryDeviceAlsoOneThatWasAway() {
        // Given
        open(PHONE);
        PersonalNotice notice = notice(0).toBuilder()
                .setMessage(PersonalMark.newBuilder().setSeq(3).setStarred(true))
                .build();

        // When
        set(notice);
        open(TABLET);

        // Then
        assertThat(told()).extracting(Delivery::getDevice).containsExactly(PHONE, TABLET);
        assertThat(told()).allSatisfy(delivery -> {
            assertThat(delivery.getPersonal().getNotice()).isEqualTo(notice);
            assertThat(delivery.getPersonal().getPosition()).isPositive();
        });
    }

    @Test
    void nobodyIsWokenForWhatIsMuted() {
        // When
        set(notice(NOON + 1_000));
        receive(1, NOON + 999);
        receive(2, NOON + 1_000);

        // Then
        assertThat(outputs.notifications).extracting(Notification::getSeq).containsExactly(2L);
    }

    @Test
    void whoIsMentionedByNameIsWokenAllTheSame() {
        // Given
        set(notice(NOON + 1_000));

        // When
        receive(1, NOON, Mentions.newBuilder().addUsers(ALICE).setAll(true));
        receive(2, NOON, Mentions.newBuilder().addUsers(BOB));

        // Then
        assertThat(outputs.notifications).extracting(Notification::getSeq).containsExactly(2L);
    }

    @Test
    void isWokenAgainOnceItIsNotMutedAnyMore() {
        // Given
        set(notice(NOON + 1_000_000));
        receive(1, NOON);

        // When
        set(notice(0));
        receive(2, NOON);

        // Then
        assertThat(outputs.notifications).extracting(Notification::getSeq).containsExactly(2L);
    }

    @Test
    void whatIsSetForAMessageMutesNothingAndUnmutesNothing() {
        // Given
        set(notice(NOON + 1_000_000));

        // When
        set(notice(0).toBuilder()
                .setMessage(PersonalMark.newBuilder().setSeq(3).setHidden(true))
                .build());
        receive(1, NOON);

        // Then
        assertThat(outputs.notifications).isEmpty();
    }

    @Test
    void aRepeatOfTheRecordTellsNobodyTwice() {
        // Given
        open(PHONE);
        Place place = next(NOON);
        InboxRecord record = InboxRecord.newBuilder().setPersonal(notice(0)).build();

        // When
        stage.process(BOB, record, place);
        stage.process(BOB, record, place);

        // Then
        assertThat(told()).hasSize(1);
    }

    @Test
    void isDroppedWithoutATraceAfterThirtyDays() {
        // Given
        set(notice(0));

        // When
        int dropped = stage.expire(NOON + Duration.ofDays(31).toMillis(), 100);
        open(TABLET);

        // Then
        assertThat(dropped).isEqualTo(1);
        assertThat(told()).isEmpty();
    }

    private List<Delivery> told() {
        return outputs.deliveries.stream().filter(Delivery::hasPersonal).toList();
    }

    private static PersonalNotice notice(long mutedUntil) {
        return PersonalNotice.newBuilder()
                .setConversation(DIRECT)
                .setMutedUntil(mutedUntil)
                .setAt(NOON)
                .build();
    }

    private void set(PersonalNotice notice) {
        stage.process(BOB, InboxRecord.newBuilder().setPersonal(notice).build(), next(NOON));
    }

    private void receive(long seq, long at) {
        receive(seq, at, Mentions.newBuilder());
    }

    private void receive(long seq, long at, Mentions.Builder mentions) {
        InboxMessage message = InboxMessage.newBuilder()
                .setConversation(DIRECT)
                .setSeq(seq)
                .setFrom(ALICE)
                .setDevice("01jd3zk8x1000000000000000a")
                .setAt(at)
                .setMentions(mentions)
                .build();
        stage.process(BOB, InboxRecord.newBuilder().setMessage(message).build(), next(at));
    }

    private void open(String device) {
        SessionRecord opened = SessionRecord.newBuilder()
                .setSession("session-" + device)
                .setDevice(device)
                .setGateway("gateway-1")
                .setOpened(SessionOpened.newBuilder())
                .build();
        stage.process(BOB, opened, next(NOON));
    }

    private Place next(long at) {
        return new Place(++offset, at);
    }
}
