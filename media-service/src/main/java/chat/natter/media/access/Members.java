package chat.natter.media.access;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;

/**
 * Who is in a conversation now. Two people's names them; a group's members are one empty object each, and that
 * everybody may read a topic is one more, kept in step with {@code chat.events}.
 */
@Singleton
final class Members {
    private final ObjectStore objects;

    Members(ObjectStore objects) {
        this.objects = objects;
    }

    boolean isMember(ConversationId conversation, UserId user) {
        return conversation.isDirect()
                ? conversation.isBetween(user)
                : objects.stat(ObjectKey.member(conversation, user)).isPresent() || isPublic(conversation);
    }

    private boolean isPublic(ConversationId conversation) {
        return conversation.isTopic()
                && objects.stat(ObjectKey.publicTopic(conversation)).isPresent();
    }

    void apply(TopicAudience change) {
        ObjectKey key = ObjectKey.publicTopic(change.topic());
        if (change.isPublic()) {
            objects.mark(key);
        } else {
            objects.delete(key);
        }
    }

    void apply(GroupMembership change) {
        change.came().forEach(user -> objects.mark(ObjectKey.member(change.group(), user)));
        change.left().forEach(user -> objects.delete(ObjectKey.member(change.group(), user)));
    }
}
