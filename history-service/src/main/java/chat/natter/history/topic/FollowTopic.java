package chat.natter.history.topic;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.group.GroupProfileView;
import chat.natter.history.group.GroupStore;
import chat.natter.history.group.Invite;
import chat.natter.history.group.MembersAt;
import chat.natter.history.overview.Newcomer;
import chat.natter.history.overview.OverviewStore;
import chat.natter.history.personal.TellPersonal;
import chat.natter.history.problem.Refusal;
import chat.natter.history.reader.KeepReaders;
import chat.natter.history.reader.ReaderStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a topic one of the user's own, or not any more. It changes nothing for anybody else and takes no place in the
 * topic's log, so it is decided and kept here, beside the user's list of conversations, and told to the user's other
 * devices. All of it is idempotent.
 */
@Singleton
final class FollowTopic {
    private final GroupStore groups;
    private final MembersAt members;
    private final ReaderStore readers;
    private final KeepReaders keepReaders;
    private final TellPersonal tellPersonal;
    private final OverviewStore overview;
    private final TopicConfig config;
    private final Clock clock;

    FollowTopic(
            GroupStore groups,
            MembersAt members,
            ReaderStore readers,
            KeepReaders keepReaders,
            TellPersonal tellPersonal,
            OverviewStore overview,
            TopicConfig config,
            Clock clock) {
        this.groups = groups;
        this.members = members;
        this.readers = readers;
        this.keepReaders = keepReaders;
        this.tellPersonal = tellPersonal;
        this.overview = overview;
        this.config = config;
        this.clock = clock;
    }

    /**
     * From now on the user follows.
     *
     * @param code of the topic's link; needed where it is not public
     */
    void follow(UserId user, ConversationId topic, @Nullable String code) {
        GroupProfileView profile = profile(topic);
        if (readers.follows(user, topic)) {
            // Perhaps asked again since the devices could not be told.
            tellPersonal.whole(user, topic);
            return;
        }
        boolean free = profile.isPublic() || members.isMember(topic, user);
        if (!free && code == null) {
            throw new Refusal(Problem.NOT_A_MEMBER, "One comes to this topic by its link.");
        }
        Invite invite = profile.invite();
        if (!free && (invite == null || !invite.opens(String.valueOf(code), clock.instant()))) {
            throw new Refusal(Problem.GONE, Problem.GONE.title());
        }
        if (readers.topicsOf(user).size() >= config.mostFollowed()) {
            throw new Refusal(
                    Problem.QUOTA_EXCEEDED, "At most " + config.mostFollowed() + " topics are followed at once.");
        }
        // The list first: what is only in the list is not shown, and what is not in it could not be.
        overview.write(List.of(new Newcomer(user, topic, 1)));
        set(user, topic, true);
    }

    void unfollow(UserId user, ConversationId topic) {
        requireTopic(topic);
        set(user, topic, false);
    }

    /**
     * An admin of a topic that is not public takes a reader out of it. The link, if there still is one, lets in again.
     */
    void remove(UserId admin, ConversationId topic, UserId reader) {
        GroupProfileView profile = profile(topic);
        if (!members.isMember(topic, admin)) {
            throw new Refusal(Problem.NOT_A_PUBLISHER, Problem.NOT_A_PUBLISHER.title());
        }
        if (!members.isAdmin(topic, admin)) {
            throw new Refusal(Problem.NOT_AN_ADMIN, Problem.NOT_AN_ADMIN.title());
        }
        if (profile.isPublic()) {
            throw new Refusal(Problem.CONFLICT, "Everybody may read a public topic.");
        }
        boolean wasOne = readers.follows(reader, topic);
        keepReaders.set(reader, topic, false, clock.instant());
        if (wasOne) {
            tellPersonal.whole(reader, topic);
        }
    }

    private void set(UserId user, ConversationId topic, boolean follows) {
        keepReaders.set(user, topic, follows, clock.instant());
        tellPersonal.whole(user, topic);
    }

    private GroupProfileView profile(ConversationId topic) {
        requireTopic(topic);
        return groups.profile(topic)
                .orElseThrow(() -> new Refusal(Problem.CONVERSATION_UNKNOWN, Problem.CONVERSATION_UNKNOWN.title()));
    }

    private static void requireTopic(ConversationId topic) {
        if (!topic.isTopic()) {
            throw new Refusal(Problem.BAD_REQUEST, "Only topics are followed.");
        }
    }
}
