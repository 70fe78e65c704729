package chat.natter.history.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.PersonalNotice;
import chat.natter.history.group.GroupProfileView;
import chat.natter.history.group.InMemoryGroups;
import chat.natter.history.group.Invite;
import chat.natter.history.group.SomeMembers;
import chat.natter.history.message.Audience;
import chat.natter.history.message.Visible;
import chat.natter.history.overview.InMemoryOverview;
import chat.natter.history.personal.ToldDevices;
import chat.natter.history.problem.Refusal;
import chat.natter.history.reader.InMemoryReaders;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowTopicTest {
    private static final ConversationId TOPIC = topic(1);
    private static final UserId OWNER = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId PUBLISHER = new UserId("01jd3zk8x0000000000000000b");
    private static final UserId READER = new UserId("01jd3zk8x0000000000000000c");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String CODE = "code";
    /** SHA-256 of the code. */
    private static final String HASH = "5694d08a2e53ffcae0c3103e5ad6f6076abd960eb1f8a56577040bc1028f702b";

    private final InMemoryGroups groups = new InMemoryGroups();
    private final InMemoryReaders readers = new InMemoryReaders();
    private final InMemoryOverview overview = new InMemoryOverview();
    private final Audience audience = SomeMembers.audience(groups, readers);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ToldDevices devices = new ToldDevices(readers, clock);
    private final FollowTopic followTopic = new FollowTopic(
            groups, SomeMembers.in(groups), readers, readers.keep(), devices.tellPersonal(), overview, () -> 3, clock);

    @BeforeEach
    void create() {
        groups.write(List.of(SomeMembers.created(TOPIC, OWNER, PUBLISHER)));
    }

    @Test
    void makesAPublicTopicOnesOwn() {
        // Given
        is(TOPIC, true, null);

        // When
        followTopic.follow(READER, TOPIC, null);
        followTopic.follow(READER, TOPIC, null);

        // Then
        assertThat(readers.topicsOf(READER)).containsExactly(TOPIC);
        assertThat(overview.conversations(READER)).containsExactly(TOPIC);

        // When
        followTopic.unfollow(READER, TOPIC);

        // Then
        assertThat(readers.topicsOf(READER)).isEmpty();
        assertThat(devices.notices())
                .extracting(PersonalNotice::getFollowing)
                .as("what the reader's devices are told")
                .containsExactly(true, true, false);
    }

    @Test
    void letsInByTheLinkAlone() {
        // Given
        is(TOPIC, false, new Invite(HASH, NOW.plusSeconds(1)));
        assertThat(audience.of(TOPIC, READER).isNothing()).isTrue();

        // Then
        refuses(Problem.NOT_A_MEMBER, () -> followTopic.follow(READER, TOPIC, null));
        refuses(Problem.GONE, () -> followTopic.follow(READER, TOPIC, "another"));
        assertThat(readers.topicsOf(READER)).isEmpty();

        // When
        followTopic.follow(READER, TOPIC, CODE);

        // Then
        assertThat(audience.of(TOPIC, READER)).isEqualTo(Visible.ALL);
        assertThat(audience.isForEverybody(TOPIC)).isFalse();
    }

    @Test
    void letsNobodyInByALinkThatIsOverOrRevoked() {
        is(TOPIC, false, new Invite(HASH, NOW));
        refuses(Problem.GONE, () -> followTopic.follow(READER, TOPIC, CODE));

        is(TOPIC, false, null);
        refuses(Problem.GONE, () -> followTopic.follow(READER, TOPIC, CODE));
    }

    @Test
    void needsNoLinkOfThosePublishingThere() {
        is(TOPIC, false, null);

        followTopic.follow(PUBLISHER, TOPIC, null);

        assertThat(readers.topicsOf(PUBLISHER)).containsExactly(TOPIC);
    }

    @Test
    void followsSoManyAndNoMore() {
        for (int number = 1; number <= 4; number++) {
            is(topic(number), true, null);
        }
        for (int number = 1; number <= 3; number++) {
            followTopic.follow(READER, topic(number), null);
        }

        refuses(Problem.QUOTA_EXCEEDED, () -> followTopic.follow(READER, topic(4), null));
    }

    @Test
    void letsAnAdminTakeAReaderOut() {
        // Given
        is(TOPIC, false, new Invite(HASH, null));
        followTopic.follow(READER, TOPIC, CODE);

        // Then
        refuses(Problem.NOT_A_PUBLISHER, () -> followTopic.remove(READER, TOPIC, READER));
        refuses(Problem.NOT_AN_ADMIN, () -> followTopic.remove(PUBLISHER, TOPIC, READER));

        // When
        followTopic.remove(OWNER, TOPIC, READER);
        followTopic.remove(OWNER, TOPIC, READER);

        // Then
        assertThat(audience.of(TOPIC, READER).isNothing()).isTrue();
        assertThat(devices.notices())
                .extracting(PersonalNotice::getFollowing)
                .as("the second time there was nothing to tell")
                .containsExactly(true, false);
        is(TOPIC, true, null);
        refuses(Problem.CONFLICT, () -> followTopic.remove(OWNER, TOPIC, READER));
    }

    @Test
    void letsEverybodyReadWhatIsPublic() {
        is(TOPIC, true, null);

        assertThat(audience.of(TOPIC, READER)).isEqualTo(Visible.ALL);
        assertThat(audience.isForEverybody(TOPIC)).isTrue();
        assertThat(audience.isForEverybody(topic(2))).isFalse();
    }

    @Test
    void knowsOnlyTopics() {
        ConversationId group = ConversationId.groupOf(new MessageId(new UUID(1, 1)));

        refuses(Problem.BAD_REQUEST, () -> followTopic.follow(READER, group, null));
        refuses(Problem.BAD_REQUEST, () -> followTopic.unfollow(READER, group));
        refuses(Problem.CONVERSATION_UNKNOWN, () -> followTopic.follow(READER, topic(9), null));
    }

    private void is(ConversationId topic, boolean isPublic, @Nullable Invite invite) {
        groups.profiles.put(
                topic,
                new GroupProfileView(
                        "News", null, null, "everybody", "admins", "admins", true, false, 0, isPublic, invite));
    }

    private static void refuses(Problem problem, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static ConversationId topic(int number) {
        return ConversationId.topicOf(new MessageId(new UUID(1, number)));
    }
}
