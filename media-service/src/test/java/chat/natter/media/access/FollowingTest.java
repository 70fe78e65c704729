package chat.natter.media.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.media.item.SomeItems;
import chat.natter.media.storage.InMemoryObjects;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final byte[] VALUE = {};

    private final UserId alice = SomeItems.user();
    private final ConversationId topic = new ConversationId("t-" + SomeItems.user());

    @Test
    void tellsWhoFollowsAndWhoDoesNoLonger() {
        assertThat(read(topic + "/" + alice, VALUE)).contains(new Following(topic, alice, true));
        assertThat(read(topic + "/" + alice, null)).contains(new Following(topic, alice, false));
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(Following.read(null, VALUE)).isEmpty();
        assertThat(read("", VALUE)).isEmpty();
        assertThat(read(topic.value(), VALUE)).isEmpty();
        assertThat(read(topic + "/", VALUE)).isEmpty();
        assertThat(read(topic + "/" + alice + "/more", VALUE)).isEmpty();
        assertThat(read("g-" + SomeItems.user() + "/" + alice, VALUE)).isEmpty();
    }

    @Test
    void letsReadersInWhileTheyFollowAndMembersInAnyCase() {
        // Given
        Members members = new Members(new InMemoryObjects());
        assertThat(members.isMember(topic, alice)).isFalse();

        // When
        members.apply(new Following(topic, alice, true));

        // Then
        assertThat(members.isMember(topic, alice)).isTrue();
        assertThat(members.isMember(new ConversationId("t-" + SomeItems.user()), alice))
                .isFalse();

        // When
        members.apply(new GroupMembership(topic, List.of(alice), List.of()));
        members.apply(new Following(topic, alice, false));

        // Then
        assertThat(members.isMember(topic, alice)).as("who publishes").isTrue();

        // When
        members.apply(new GroupMembership(topic, List.of(), List.of(alice)));

        // Then
        assertThat(members.isMember(topic, alice)).isFalse();
    }

    private static Optional<Following> read(String key, byte @Nullable [] value) {
        return Following.read(key.getBytes(StandardCharsets.UTF_8), value);
    }
}
