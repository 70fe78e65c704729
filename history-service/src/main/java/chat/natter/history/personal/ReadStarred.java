package chat.natter.history.personal;

import chat.natter.contract.UserId;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.Audience;
import chat.natter.history.message.DescribeMessages;
import chat.natter.history.message.MessageJson;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.MessageStore;
import chat.natter.history.message.OwnView;
import chat.natter.history.message.Visible;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starred messages as they are now; those that have vanished, or that the user may not see any more, are left out. */
@Singleton
final class ReadStarred {
    private final MessageStore store;
    private final DescribeMessages describeMessages;
    private final Audience audience;
    private final OwnView ownView;

    ReadStarred(MessageStore store, DescribeMessages describeMessages, Audience audience, OwnView ownView) {
        this.store = store;
        this.describeMessages = describeMessages;
        this.audience = audience;
        this.ownView = ownView;
    }

    List<MessageJson> read(UserId user, List<MessageKey> stars) {
        Map<MessageKey, ArchivedMessage> found = store.readAll(stars);
        List<MessageJson> messages = new ArrayList<>();
        for (MessageKey star : stars) {
            ArchivedMessage message = found.get(star);
            Visible visible = audience.of(star.conversation(), user);
            if (message != null && visible.contains(star.seq()) && !isHidden(user, star)) {
                describeMessages.one(user, message, visible, true).ifPresent(messages::add);
            }
        }
        return messages;
    }

    private boolean isHidden(UserId user, MessageKey message) {
        return !ownView.hidden(user, message.conversation(), message.seq(), message.seq())
                .isEmpty();
    }
}
