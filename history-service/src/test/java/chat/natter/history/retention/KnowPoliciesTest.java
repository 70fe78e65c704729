package chat.natter.history.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.SomeMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnowPoliciesTest {
    private static final ConversationId TEAM = ConversationId.groupOf(new MessageId(new UUID(1, 1)));

    private final SomeMessages some = new SomeMessages();
    private final ArchivedMessage message = some.message(1);
    private final InMemoryPolicies policies = new InMemoryPolicies();
    private Instant now = SomeMessages.NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final KnowPolicies lifetimes =
            new KnowPolicies(policies, new RetentionClasses(new SomeRetention()), new SomeRetention(), clock);

    @Test
    void keepsAConversationAsLongAsItsKindSays() {
        assertThat(lifetimes.end(message)).isEqualTo(message.at().plus(Duration.ofDays(365)));
        assertThat(lifetimes.end(some.in(TEAM, message))).isNull();
    }

    @Test
    void aMessagesOwnTimerEndsItEarlierButNotLater() {
        Instant soon = SomeMessages.NOW.plusSeconds(60);
        Instant late = SomeMessages.NOW.plus(Duration.ofDays(9_000));

        assertThat(lifetimes.end(some.expiring(1, soon))).isEqualTo(soon);
        assertThat(lifetimes.end(some.expiring(1, late))).isEqualTo(message.at().plus(Duration.ofDays(365)));
    }

    @Test
    void anOperatorMayChooseAnotherClassForOneConversation() {
        // Given
        lay(TEAM, Optional.of("short"), false);

        // Then
        assertThat(lifetimes.end(some.in(TEAM, message))).isEqualTo(message.at().plus(Duration.ofDays(30)));
        assertThat(lifetimes.end(message)).isEqualTo(message.at().plus(Duration.ofDays(365)));
    }

    @Test
    void nothingOfAHeldConversationEnds() {
        // Given
        lay(some.conversation, Optional.of("short"), true);

        // Then
        assertThat(lifetimes.end(some.expiring(1, SomeMessages.NOW))).isNull();
        assertThat(lifetimes.isHeld(some.conversation)).isTrue();
        assertThat(lifetimes.isHeld(TEAM)).isFalse();
    }

    @Test
    void aClassThatIsNotConfiguredAnyMoreDestroysNothing() {
        // Given
        lay(some.conversation, Optional.of("forgotten"), false);

        // Then
        assertThat(lifetimes.end(message)).isNull();
    }

    @Test
    void asksOnlyOnceInAWhile() {
        // Given
        lifetimes.end(message);
        now = now.plusSeconds(9);
        lay(some.conversation, Optional.empty(), true);

        // Then
        assertThat(lifetimes.isHeld(some.conversation)).isFalse();
        assertThat(policies.questions).isEqualTo(1);

        // When
        now = now.plusSeconds(1);

        // Then
        assertThat(lifetimes.isHeld(some.conversation)).isTrue();
    }

    @Test
    void aClassThatIsNotThereIsNoticedAtTheStart() {
        SomeRetention wrong = new SomeRetention(Map.of(), Optional.of("usual"), Optional.empty());

        assertThatThrownBy(() -> new RetentionClasses(wrong)).hasMessageContaining("natter.history.retention.direct");
    }

    private void lay(ConversationId conversation, Optional<String> name, boolean held) {
        policies.write(new Policy(conversation, name, held, now, false));
    }
}
