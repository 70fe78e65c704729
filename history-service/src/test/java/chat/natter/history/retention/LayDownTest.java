package chat.natter.history.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.history.admin.Grounds;
import chat.natter.history.audit.RecordedAudit;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.problem.Refusal;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LayDownTest {
    private final SomeMessages some = new SomeMessages();
    private final InMemoryPolicies policies = new InMemoryPolicies();
    private final RecordedAudit audit = new RecordedAudit();
    private final LayDown layDown = new LayDown(
            policies, new RetentionClasses(new SomeRetention()), audit, Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC));

    @Test
    void tellsWhatChangedWhoDidItAndWhy() {
        // When
        layDown.layDown(some.conversation, request("short", true));
        layDown.layDown(some.conversation, request("short", false));
        layDown.layDown(some.conversation, request("short", false));

        // Then
        assertThat(audit.told())
                .containsExactly(
                        "HOLD_PLACED {by=carol, reason=case 7, class=short}",
                        "RETENTION_CHANGED {by=carol, reason=case 7, class=short}",
                        "HOLD_RELEASED {by=carol, reason=case 7, class=short}",
                        "RETENTION_CHANGED {by=carol, reason=case 7, class=short}");
        assertThat(policies.all()).singleElement().satisfies(policy -> {
            assertThat(policy.held()).isFalse();
            assertThat(policy.retentionClass()).contains("short");
            assertThat(policy.inLine()).isFalse();
        });
    }

    @Test
    void refusesAClassThatIsNotThere() {
        assertThatThrownBy(() -> layDown.layDown(some.conversation, request("long", false)))
                .isInstanceOf(Refusal.class);
        assertThat(policies.all()).isEmpty();
    }

    @Test
    void whatIsNotOnRecordDoesNotComeIntoForce() {
        // Given
        audit.away();

        // Then
        assertThatThrownBy(() -> layDown.layDown(some.conversation, request(null, true)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(policies.all()).isEmpty();
    }

    private static LayDown.Request request(@Nullable String name, boolean hold) {
        return new LayDown.Request(new Grounds("carol", "case 7"), name, hold);
    }
}
