package chat.natter.message.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.record.Account;
import chat.natter.contract.record.AccountDevice;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.MemberMarks;
import chat.natter.message.simulation.MemoryStore;
import chat.natter.message.stage.RecordedOutputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody says whom the user has blocked. */
final class BlockedPeerTest {
    private static final String ALICE = "01jd3zk8x0000000000000000a";
    private static final String BOB = "01jd3zk8x0000000000000000b";
    private static final String DIRECT = "d-" + ALICE + "-" + BOB;
    private static final String PHONE = "01jd3zk8x1000000000000000p";

    private final RecordedOutputs outputs = new RecordedOutputs();
    private final InboxStage stage = new InboxStage(new MemoryStore(), outputs, InboxLimits.defaults());
    private long version;

    @Test
    void theArchiveIsToldOfEachMessageThatIsWithheld() {
        // Given
        account(List.of(PHONE), List.of());
        say(1);
        account(List.of(PHONE), List.of(ALICE));

        // When
        say(2);
        say(3);

        // Then
        assertThat(withheld()).containsExactly(2L, 3L);
        assertThat(outputs.marks).extracting(MemberMarks::getUser).containsOnly(BOB);
        assertThat(outputs.marks).extracting(MemberMarks::getConversation).containsOnly(DIRECT);
        assertThat(outputs.marks).extracting(MemberMarks::getDelivered).containsOnly(0L);
        assertThat(outputs.marks).extracting(MemberMarks::getAt).containsExactly(at(2), at(3));
    }

    @Test
    void whatComesAgainAfterACrashIsToldAgainAndNothingElse() {
        // Given
        account(List.of(PHONE), List.of());
        say(1);
        account(List.of(PHONE), List.of(ALICE));
        say(2);
        say(3);
        outputs.marks.clear();

        // When
        say(1);
        say(2);
        say(3);

        // Then
        assertThat(withheld()).containsExactly(2L, 3L);
    }

    @Test
    void whatIsSaidOnceTheBlockIsOverIsForTheUser() {
        // Given
        account(List.of(PHONE), List.of(ALICE));
        say(1);
        account(List.of(PHONE), List.of());
        outputs.marks.clear();

        // When
        say(2);
        say(2);

        // Then
        assertThat(withheld()).isEmpty();
    }

    @Test
    void itIsWithheldFromWhoHasNoDeviceAtThatTime() {
        // Given
        account(List.of(), List.of(ALICE));

        // When
        say(1);

        // Then
        assertThat(withheld()).containsExactly(1L);
    }

    private List<Long> withheld() {
        return outputs.marks.stream().map(MemberMarks::getWithheld).toList();
    }

    private void account(List<String> devices, List<String> blocked) {
        Account.Builder account = Account.newBuilder()
                .setUser(BOB)
                .setVersion(++version)
                .setStatus(Account.Status.ACTIVE)
                .addAllBlocked(blocked);
        devices.forEach(device -> account.addDevices(AccountDevice.newBuilder().setDevice(device)));
        stage.process(BOB, account.build(), new Place(version, version));
    }

    /** Alice's message of that number, at a position of its own. */
    private void say(long seq) {
        InboxMessage message = InboxMessage.newBuilder()
                .setConversation(DIRECT)
                .setSeq(seq)
                .setFrom(ALICE)
                .setDevice("01jd3zk8x1000000000000000x")
                .setAt(1)
                .build();
        stage.process(BOB, InboxRecord.newBuilder().setMessage(message).build(), new Place(100 + seq, at(seq)));
    }

    private static long at(long seq) {
        return 1_700_000_000_000L + seq;
    }
}
