package chat.natter.history.personal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.history.message.MessageKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of what users set for themselves does. */
interface PersonalStoreContract {
    Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    UserId ALICE = new UserId(Ulid.next(NOON, new Random()));
    UserId BOB = new UserId(Ulid.next(NOON, new Random()));

    PersonalStore store();

    @Test
    default void changesWhatIsNamedAndLeavesTheRest() {
        ConversationId team = group();

        store().change(ALICE, team, new PersonalChange(new PersonalChange.Mute(NOON), true, null, null), NOON);
        store().change(ALICE, team, new PersonalChange(null, null, true, true), NOON.plusMillis(1));

        assertThat(store().of(ALICE, team)).isEqualTo(new Personal(NOON, true, true, 0L));
        assertThat(store().of(ALICE)).containsEntry(team, new Personal(NOON, true, true, 0L));
        assertThat(store().of(BOB, team)).isEqualTo(Personal.NOTHING);
    }

    @Test
    default void takesBackWhatWasSet() {
        ConversationId team = group();
        store().change(ALICE, team, new PersonalChange(new PersonalChange.Mute(NOON), true, true, true), NOON);

        store().change(
                        ALICE,
                        team,
                        new PersonalChange(new PersonalChange.Mute(null), false, false, false),
                        NOON.plusMillis(1));

        assertThat(store().of(ALICE, team)).isEqualTo(Personal.NOTHING);
        assertThat(store().of(BOB, team)).isEqualTo(Personal.NOTHING);
    }

    @Test
    default void listsStarsByConversationAndTheNewestFirst() {
        UserId carol = new UserId(Ulid.next(NOON, new Random()));
        ConversationId one = new ConversationId("g-01jd3zk8x0000000000000001a");
        ConversationId other = new ConversationId("g-01jd3zk8x0000000000000002a");
        List<MessageKey> stars = List.of(
                new MessageKey(one, 9), new MessageKey(one, 7), new MessageKey(one, 2), new MessageKey(other, 5));
        stars.forEach(star -> store().star(carol, star, true, NOON));
        store().star(carol, new MessageKey(one, 8), true, NOON);
        store().star(carol, new MessageKey(one, 8), false, NOON.plusMillis(1));
        store().star(BOB, new MessageKey(one, 1), true, NOON);

        assertThat(store().stars(carol, Optional.empty(), 3)).isEqualTo(stars.subList(0, 3));
        assertThat(store().stars(carol, Optional.of(stars.get(0)), 9)).isEqualTo(stars.subList(1, 4));
        assertThat(store().stars(carol, Optional.of(stars.get(2)), 9)).isEqualTo(stars.subList(3, 4));
        assertThat(store().stars(carol, Optional.of(stars.get(3)), 9)).isEmpty();
        assertThat(store().starred(carol, one, 3, 9)).containsExactlyInAnyOrder(7L, 9L);
    }

    @Test
    default void hidesForOneUserAlone() {
        ConversationId team = group();
        store().hide(ALICE, new MessageKey(team, 4), NOON);
        store().hide(ALICE, new MessageKey(team, 4), NOON);

        assertThat(store().hidden(ALICE, team, 1, 9)).containsExactly(4L);
        assertThat(store().hidden(ALICE, team, 5, 9)).isEmpty();
        assertThat(store().hidden(BOB, team, 1, 9)).isEmpty();
    }

    @Test
    default void forgetsAUserAndNobodyElse() {
        UserId carol = new UserId(Ulid.next(NOON, new Random()));
        ConversationId team = group();
        for (UserId user : List.of(carol, BOB)) {
            store().change(user, team, new PersonalChange(null, true, null, null), NOON);
            store().star(user, new MessageKey(team, 1), true, NOON);
            store().hide(user, new MessageKey(team, 2), NOON);
        }

        store().forget(carol, List.of(team), NOON.plusSeconds(1));

        assertThat(store().of(carol)).isEmpty();
        assertThat(store().stars(carol, Optional.empty(), 9)).isEmpty();
        assertThat(store().hidden(carol, team, 1, 9)).isEmpty();
        assertThat(store().of(BOB, team).archived()).isTrue();
        assertThat(store().starred(BOB, team, 1, 9)).containsExactly(1L);
        assertThat(store().hidden(BOB, team, 1, 9)).containsExactly(2L);
    }

    static ConversationId group() {
        return ConversationId.groupOf(new MessageId(UUID.randomUUID()));
    }
}
