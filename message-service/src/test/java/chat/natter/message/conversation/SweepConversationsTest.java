package chat.natter.message.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.message.conversation.state.Accepted;
import chat.natter.message.conversation.state.Parked;
import chat.natter.message.simulation.MemoryStore;
import chat.natter.message.stage.Key;
import org.junit.jupiter.api.Test;

final class SweepConversationsTest {
    private static final ConversationLimits LIMITS = ConversationLimits.defaults();
    private static final long NOW = 1_800_000_000_000L;
    private static final long LONG_AGO = NOW - LIMITS.keepAccepted().toMillis() - 1;
    private static final int MOST = 100;

    private final MemoryStore store = new MemoryStore();
    private final SweepConversations sweep = new SweepConversations(store, LIMITS);

    @Test
    void removesWhatNoRuleNeedsAnyMoreAndNothingElse() {
        // Given
        accepted(1, LONG_AGO);
        accepted(2, NOW);
        store.put(
                Key.of('p', "parked-long-ago"),
                Parked.newBuilder().setAt(LONG_AGO).build().toByteArray());
        store.put(Key.of('c', "conversation"), new byte[0]);

        // When
        int removed = sweep.sweep(NOW, MOST);

        // Then
        assertThat(removed).isEqualTo(2);
        assertThat(store.get(key(2))).isNotNull();
        assertThat(store.get(Key.of('c', "conversation"))).isNotNull();
    }

    @Test
    void goesOnWhereThereIsMuchToRemove() {
        // Given
        for (int i = 0; i < 3 * MOST; i++) {
            accepted(i, LONG_AGO);
        }

        // When, then
        for (int i = 0; i < 3; i++) {
            assertThat(sweep.sweep(NOW, MOST)).isEqualTo(MOST);
        }
        assertThat(sweep.sweep(NOW, MOST)).isZero();
    }

    @Test
    void looksAtFewWhereAllIsYoungAndYetGoesRound() {
        // Given
        for (int i = 0; i < MOST; i++) {
            accepted(i, i == MOST - 1 ? LONG_AGO : NOW);
        }

        // When, then
        for (int i = 0; i < 9; i++) {
            assertThat(sweep.sweep(NOW, MOST)).isZero();
        }
        assertThat(sweep.sweep(NOW, MOST)).isEqualTo(1);
    }

    private void accepted(int number, long at) {
        store.put(key(number), Accepted.newBuilder().setAt(at).build().toByteArray());
    }

    private static byte[] key(int number) {
        return Key.append(Key.of('r', "conversation"), number);
    }
}
