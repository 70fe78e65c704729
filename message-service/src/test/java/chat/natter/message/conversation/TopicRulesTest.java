package chat.natter.message.conversation;

import static chat.natter.message.conversation.OneConversation.ADMIN;
import static chat.natter.message.conversation.OneConversation.MEMBER;
import static chat.natter.message.conversation.OneConversation.OWNER;
import static chat.natter.message.conversation.OneConversation.STRANGER;
import static chat.natter.message.conversation.OneConversation.withTopic;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.Problem;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.AddMembers;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.GroupSettings.Who;
import chat.natter.contract.record.JoinGroup;
import chat.natter.contract.record.LeaveGroup;
import chat.natter.contract.record.MakeInvite;
import chat.natter.contract.record.Target;
import chat.natter.message.stage.RecordedOutputs.News;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a topic permits that a group does not, and the other way round. Refusals leave the state as it was. */
class TopicRulesTest {
    private static final ByteString CODE = ByteString.copyFromUtf8("hash of the code");

    @Test
    void isPublishedInByItsMembersAndTellsItsReadersHowFarItIs() {
        // Given
        OneConversation topic = withTopic(GroupSettings.newBuilder().setPublic(true));
        topic.outputs.news.clear();

        // When
        topic.say(MEMBER);

        // Then
        long seq = topic.lastSent().getSeq();
        assertThat(topic.outputs.news).containsExactly(new News(topic.group.value(), seq));
        assertThat(topic.seenBy(seq)).containsExactlyInAnyOrder(OWNER, ADMIN, MEMBER);
    }

    @Test
    void tellsAgainWhatIsProcessedAgain() {
        // Given
        OneConversation topic = withTopic(GroupSettings.newBuilder());
        topic.outputs.news.clear();
        topic.change(OWNER, profile());
        long seq = topic.lastSent().getSeq();

        // When
        topic.againLast();

        // Then
        News news = new News(topic.group.value(), seq);
        assertThat(topic.outputs.news).containsExactly(news, news);
    }

    @Test
    void tellsNobodyOfAGroup() {
        OneConversation group = OneConversation.withGroup();

        group.say(OWNER);

        assertThat(group.outputs.news).isEmpty();
    }

    @Test
    void refusesWhatReadersSay() {
        // Given
        OneConversation topic = withTopic(GroupSettings.newBuilder().setPublic(true));
        Target.Builder post = topic.say(OWNER).toBuilder();

        // Then
        topic.refuses(Problem.NOT_A_PUBLISHER, () -> topic.say(STRANGER));
        topic.refuses(Problem.NOT_A_PUBLISHER, () -> topic.send(STRANGER, Action.REACT, post));
        topic.refuses(Problem.NOT_A_PUBLISHER, () -> topic.send(STRANGER, Action.VOTE, post));
        topic.refuses(Problem.NOT_A_PUBLISHER, () -> topic.send(STRANGER, Action.RETRACT, post));
        topic.refuses(Problem.NOT_A_PUBLISHER, () -> topic.change(STRANGER, profile()));
        topic.refuses(
                Problem.NOT_A_PUBLISHER,
                () -> topic.change(STRANGER, GroupCommand.newBuilder().setLeave(LeaveGroup.getDefaultInstance())));
        topic.send(MEMBER, Action.REACT, post);
        topic.lastSent();
    }

    @Test
    void letsOnlyAdminsChangeItUnlessItSaysOtherwise() {
        // Given
        OneConversation topic = withTopic(GroupSettings.newBuilder());

        // Then
        topic.refuses(Problem.NOT_AN_ADMIN, () -> topic.change(MEMBER, profile()));
        topic.refuses(Problem.NOT_AN_ADMIN, () -> topic.change(MEMBER, add(STRANGER)));
        topic.refuses(
                Problem.NOT_AN_ADMIN,
                () -> topic.change(MEMBER, settings(GroupSettings.newBuilder().setPublic(true))));

        // When
        topic.change(ADMIN, settings(GroupSettings.newBuilder().setPublic(true).setEdit(Who.EVERYBODY)));

        // Then
        topic.lastSent();
        topic.change(MEMBER, profile());
        topic.lastSent();
    }

    @Test
    void isNotPublicByItself() {
        OneConversation topic = withTopic(GroupSettings.newBuilder());

        GroupSettings settings =
                topic.outputs.events.get(0).getGroup().getChange().getCreated().getSettings();
        assertThat(settings.getPublic()).isFalse();
        assertThat(settings.getOpenHistory()).isTrue();
    }

    @Test
    void keepsTheSettingsOfTheTwoKindsApart() {
        // Given
        OneConversation topic = withTopic(GroupSettings.newBuilder());
        OneConversation group = OneConversation.withGroup();

        // Then
        topic.refuses(
                Problem.BAD_REQUEST,
                () -> topic.change(OWNER, settings(GroupSettings.newBuilder().setApproval(true))));
        topic.refuses(
                Problem.BAD_REQUEST,
                () -> topic.change(OWNER, settings(GroupSettings.newBuilder().setOpenHistory(false))));
        group.refuses(
                Problem.BAD_REQUEST,
                () -> group.change(OWNER, settings(GroupSettings.newBuilder().setPublic(true))));
        OneConversation nothing = OneConversation.nothing(ConversationLimits.defaults());
        nothing.refuses(
                Problem.BAD_REQUEST,
                () -> nothing.create(OWNER, GroupSettings.newBuilder().setApproval(true), List.of()));
    }

    @Test
    void hasALinkThatIsNotForPublishing() {
        // Given
        OneConversation topic = withTopic(GroupSettings.newBuilder());

        // When
        topic.change(
                OWNER,
                GroupCommand.newBuilder().setInvite(MakeInvite.newBuilder().setCodeHash(CODE)));

        // Then
        topic.lastSent();
        topic.refuses(
                Problem.FORBIDDEN,
                () -> topic.change(
                        STRANGER,
                        GroupCommand.newBuilder().setJoin(JoinGroup.newBuilder().setCodeHash(CODE))));
    }

    @Test
    void hasFewWhoPublish() {
        // Given
        OneConversation topic = OneConversation.nothing(new ConversationLimits(
                Duration.ofHours(24),
                1_000,
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                Duration.ofDays(2),
                50,
                1_024,
                2,
                128,
                32,
                32));
        topic.refuses(
                Problem.GROUP_FULL, () -> topic.create(OWNER, GroupSettings.newBuilder(), List.of(ADMIN, MEMBER)));
        topic.create(OWNER, GroupSettings.newBuilder(), List.of(ADMIN));

        // Then
        topic.refuses(Problem.GROUP_FULL, () -> topic.change(OWNER, add(MEMBER)));
    }

    private static GroupCommand.Builder profile() {
        return GroupCommand.newBuilder().setProfile(GroupProfile.newBuilder().setTitle("News"));
    }

    private static GroupCommand.Builder settings(GroupSettings.Builder settings) {
        return GroupCommand.newBuilder().setSettings(settings);
    }

    private static GroupCommand.Builder add(String user) {
        return GroupCommand.newBuilder().setAdd(AddMembers.newBuilder().addMembers(user));
    }
}
