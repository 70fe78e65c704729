package chat.natter.media.access;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.media.storage.ObjectKey;
import chat.natter.media.storage.ObjectStore;
import jakarta.inject.Singleton;

/**
 * Who is in a conversation now. Two people's names them; a group's members are one empty object each, and that
 * everybody may read a topic is one more, kept in step with {@code chat.events}; so is each reader who follows a topic,
 * by {@code chat.readers}.
 */
@Singleton
final class Members {
    private final ObjectStore objects;

    Members(ObjectStore objects) {
        this.objects = objects;
    }

    boolean isMember(ConversationId conversation, UserId user) {
        if (conversation.isDirect()) {
            return conversation.isBetween(user);
        }
        return isThere(ObjectKey.member(conversation, user)) || mayReadTopic(conversation, user);
    }

    private boolean mayReadTopic(ConversationId conversation, UserId user) {
        return conversation.isTopic()
                && (isThere(ObjectKey.publicTopic(conversation)) || isThere(ObjectKey.reader(conversation, user)));
    }

    private boolean isThere(ObjectKey key) {
        return objects.stat(key).isPresent();
    }

    void apply(TopicAudience change) {
        keep(ObjectKey.publicTopic(change.topic()), change.isPublic());
    }

    void apply(Following change) {
        keep(ObjectKey.reader(change.topic(), change.user()), change.follows());
    }

    private void keep(ObjectKey key, boolean there) {
        if (there) {
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
