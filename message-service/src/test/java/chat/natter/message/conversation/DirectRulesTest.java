package chat.natter.message.conversation;

import static chat.natter.message.conversation.OneConversation.MEMBER;
import static chat.natter.message.conversation.OneConversation.OWNER;
import static chat.natter.message.conversation.OneConversation.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.Problem;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.AdmissionVerdict;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.Mentions;
import chat.natter.contract.record.Send;
import chat.natter.contract.record.Target;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What may be sent between two people, one by one; a refusal leaves no trace. */
final class DirectRulesTest {
    private final OneConversation two = OneConversation.ofTwo(OWNER, MEMBER);

    @Test
    void refusesWhoIsNoneOfTheTwo() {
        two.refuses(Problem.NOT_A_MEMBER, () -> two.say(STRANGER));
    }

    @Test
    void letsAuthorsEditForAWhileAndNobodyElse() {
        // Given
        Target message = two.say(OWNER);

        // Then
        two.refuses(Problem.NOT_THE_AUTHOR, () -> two.send(MEMBER, Action.EDIT, message.toBuilder()));
        two.send(OWNER, Action.EDIT, message.toBuilder());
        two.lastSent();
        two.pass(Duration.ofMinutes(15).plusMillis(1));
        two.refuses(Problem.TOO_LATE, () -> two.send(OWNER, Action.EDIT, message.toBuilder()));
    }

    @Test
    void letsOnlyAuthorsRetract() {
        // Given
        Target message = two.say(OWNER);

        // Then
        two.refuses(Problem.NOT_THE_AUTHOR, () -> two.send(MEMBER, Action.RETRACT, message.toBuilder()));
        two.pass(Duration.ofDays(2).plusMillis(1));
        two.refuses(Problem.TOO_LATE, () -> two.send(OWNER, Action.RETRACT, message.toBuilder()));
    }

    @Test
    void refusesWhatIsDoneToNothing() {
        two.refuses(
                Problem.TARGET_UNKNOWN,
                () -> two.send(OWNER, Action.REACT, Target.newBuilder().setSeq(1)));
    }

    @Test
    void boundsMentionsHereToo() {
        Mentions.Builder tooMany = Mentions.newBuilder();
        for (int number = 0; number <= ConversationLimits.defaults().maxMentions(); number++) {
            tooMany.addUsers(MEMBER);
        }

        two.refuses(Problem.TOO_MANY, () -> two.send(OWNER, Send.newBuilder().setMentions(tooMany)));
    }

    @Test
    void sendsABroadcastOnlyToThoseWhoHaveWritten() {
        // Given
        Send.Builder broadcast = Send.newBuilder().setBroadcast(true);
        two.say(OWNER);

        // Then
        two.refuses(Problem.FORBIDDEN, () -> two.send(OWNER, broadcast.clone()));
        assertThat(two.outputs.lastDelivery().getRefused().getConversation())
                .isEqualTo(two.conversation().value());
        OneConversation strangers = OneConversation.ofStrangers(OWNER, MEMBER);
        strangers.refuses(Problem.FORBIDDEN, () -> strangers.send(OWNER, broadcast.clone()));

        // When
        two.say(MEMBER);
        two.send(OWNER, broadcast.clone());

        // Then
        two.lastSent();
        assertThat(two.outputs
                        .copies
                        .get(two.outputs.copies.size() - 1)
                        .entry()
                        .getMessage()
                        .getSeq())
                .isEqualTo(3);
    }

    @Test
    void whoDoesNotExistIsSentNothingUntilThereIsSuchAUser() {
        // Given
        OneConversation strangers = OneConversation.ofStrangers(OWNER, MEMBER);
        strangers.say(OWNER);

        // When
        strangers.run(verdict(false));

        // Then
        assertThat(strangers.outputs.lastDelivery().getRefused().getProblem()).isEqualTo(Problem.USER_UNKNOWN.code());
        assertThat(strangers.outputs.events).isEmpty();
        assertThat(strangers.seenBy(1)).isEmpty();

        // When
        strangers.say(OWNER);
        strangers.run(verdict(true));

        // Then
        assertThat(strangers.outputs.events).extracting(Event::getSeq).containsExactly(1L);
    }

    private static Command.Builder verdict(boolean admitted) {
        AdmissionVerdict.Builder verdict =
                AdmissionVerdict.newBuilder().setPeer(MEMBER).setAdmitted(admitted);
        return Command.newBuilder().setAdmission(admitted ? verdict : verdict.setProblem(Problem.USER_UNKNOWN.code()));
    }
}
