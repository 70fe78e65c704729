package chat.natter.message.conversation;

import static chat.natter.message.conversation.OneConversation.MEMBER;
import static chat.natter.message.conversation.OneConversation.OWNER;
import static chat.natter.message.conversation.OneConversation.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.Problem;
import chat.natter.contract.record.AdmissionVerdict;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.LeaveGroup;
import chat.natter.contract.record.Send;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For how long the messages of two people stay: either of them may say, and it takes a seq like a message. */
final class TimerOfTwoTest {
    private static final int MINUTE = 60;

    @Test
    void letsEitherOfThemSetIt() {
        // Given
        OneConversation two = OneConversation.ofTwo(OWNER, MEMBER);
        two.say(OWNER);
        assertThat(lastExpiry(two)).isZero();

        // When
        two.change(MEMBER, timer(MINUTE));

        // Then
        long timer = two.lastSent().getSeq();
        Event event = two.outputs.events.get(two.outputs.events.size() - 1);
        assertThat(event.getGroup().getContent().toStringUtf8())
                .isEqualTo("{\"kind\":\"group.settings\",\"settings\":{\"expireAfter\":60}}");
        assertThat(two.seenBy(timer)).containsExactlyInAnyOrder(OWNER, MEMBER);

        // When
        two.say(OWNER);

        // Then
        assertThat(lastExpiry(two)).isEqualTo(two.lastSent().getAt() + MINUTE * 1_000);

        // When
        two.send(OWNER, Send.newBuilder().setExpiresIn(5));

        // Then
        assertThat(lastExpiry(two))
                .as("a message may say it itself")
                .isEqualTo(two.lastSent().getAt() + 5_000);

        // When
        two.change(OWNER, timer(0));
        two.say(MEMBER);

        // Then
        assertThat(lastExpiry(two)).isZero();
    }

    @Test
    void letsThemSetNothingElse() {
        // Given
        OneConversation two = OneConversation.ofTwo(OWNER, MEMBER);

        // Then
        two.refuses(Problem.NOT_A_MEMBER, () -> two.change(STRANGER, timer(MINUTE)));
        two.refuses(
                Problem.BAD_REQUEST,
                () -> two.change(
                        OWNER,
                        GroupCommand.newBuilder()
                                .setSettings(GroupSettings.newBuilder()
                                        .setExpireAfter(MINUTE)
                                        .setSend(GroupSettings.Who.ADMINS))));
        two.refuses(
                Problem.BAD_REQUEST,
                () -> two.change(OWNER, GroupCommand.newBuilder().setLeave(LeaveGroup.getDefaultInstance())));
    }

    @Test
    void waitsForTheVerdictLikeAFirstMessage() {
        // Given
        OneConversation two = OneConversation.ofStrangers(OWNER, MEMBER);

        // When
        two.change(OWNER, timer(MINUTE));
        two.say(OWNER);

        // Then
        assertThat(two.outputs.events).isEmpty();

        // When
        two.run(Command.newBuilder()
                .setAdmission(AdmissionVerdict.newBuilder().setPeer(MEMBER).setAdmitted(true)));

        // Then
        assertThat(two.outputs.events).extracting(Event::getSeq).containsExactly(1L, 2L);
        assertThat(lastExpiry(two)).isEqualTo(two.lastSent().getAt() + MINUTE * 1_000);
    }

    @Test
    void completesWhatACrashCutOff() {
        for (int surviving : List.of(0, 1, 2)) {
            // Given
            OneConversation two = OneConversation.ofTwo(OWNER, MEMBER);
            int before = two.store.writes();
            two.change(OWNER, timer(MINUTE));

            // When
            two.crash(before + surviving);
            two.againLast();
            two.say(MEMBER);

            // Then
            assertThat(lastExpiry(two)).isEqualTo(two.lastSent().getAt() + MINUTE * 1_000);
        }
    }

    private static GroupCommand.Builder timer(int seconds) {
        return GroupCommand.newBuilder().setSettings(GroupSettings.newBuilder().setExpireAfter(seconds));
    }

    private static long lastExpiry(OneConversation two) {
        return two.outputs
                .events
                .get(two.outputs.events.size() - 1)
                .getMessage()
                .getExpiresAt();
    }
}
