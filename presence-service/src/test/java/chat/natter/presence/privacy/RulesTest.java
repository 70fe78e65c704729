package chat.natter.presence.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import chat.natter.presence.sessions.Presence;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RulesTest {
    private static final UserId FRIEND = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId STRANGER = new UserId("01jd3zk8x0000000000000000b");
    private static final Presence AWAY = new Presence(PresenceState.AWAY, 7_000, 1);

    @Test
    void showsEverythingToEveryoneUnlessToldOtherwise() {
        assertThat(Rules.OPEN.shownTo(STRANGER)).isEqualTo(Shown.ALL);
    }

    @Test
    void showsToContactsWhatIsForContacts() {
        // Given
        Rules rules = rules(Audience.EVERYONE, Audience.CONTACTS);

        // Then
        assertThat(rules.shownTo(FRIEND)).isEqualTo(Shown.ALL);
        assertThat(rules.shownTo(STRANGER)).isEqualTo(new Shown(true, false));
    }

    @Test
    void showsNoLastSeenToWhomTheStateIsHidden() {
        assertThat(rules(Audience.CONTACTS, Audience.EVERYONE).shownTo(STRANGER))
                .isEqualTo(Shown.NOTHING);
    }

    @Test
    void showsNothingToWhoIsBlocked() {
        // Given
        Rules rules = new Rules(Audience.EVERYONE, Audience.EVERYONE, Set.of(FRIEND), Set.of(FRIEND), false);

        // Then
        assertThat(rules.shownTo(FRIEND)).isEqualTo(Shown.NOTHING);
        assertThat(rules.shownTo(STRANGER)).isEqualTo(Shown.ALL);
    }

    @Test
    void showsNothingOfAnErasedAccount() {
        assertThat(Rules.ERASED.shownTo(FRIEND)).isEqualTo(Shown.NOTHING);
    }

    @Test
    void oneSeesNoMoreThanOneShows() {
        // Given
        Shown hidesLastSeen = new Shown(true, false);

        // Then
        assertThat(Shown.ALL.and(hidesLastSeen)).isEqualTo(hidesLastSeen);
        assertThat(hidesLastSeen.and(Shown.ALL)).isEqualTo(hidesLastSeen);
        assertThat(Shown.ALL.and(Shown.NOTHING)).isEqualTo(Shown.NOTHING);
    }

    @Test
    void whoIsHiddenLooksAsIfNeverSeen() {
        assertThat(Shown.NOTHING.of(AWAY)).isEqualTo(Presence.NEVER_SEEN);
        assertThat(new Shown(true, false).of(AWAY)).isEqualTo(new Presence(PresenceState.AWAY, 0, 1));
        assertThat(Shown.ALL.of(AWAY)).isEqualTo(AWAY);
    }

    private static Rules rules(Audience online, Audience lastSeen) {
        return new Rules(online, lastSeen, Set.of(FRIEND), Set.of(), false);
    }
}
