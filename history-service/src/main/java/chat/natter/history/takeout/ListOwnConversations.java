package chat.natter.history.takeout;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.group.GroupProfileView;
import chat.natter.history.group.GroupStore;
import chat.natter.history.message.Audience;
import chat.natter.history.message.MessageStore;
import chat.natter.history.message.Visible;
import chat.natter.history.name.NameStore;
import chat.natter.history.overview.OverviewStore;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** The conversations of which a user may see something, in an order that stays the same. */
@Singleton
final class ListOwnConversations {
    private final OverviewStore overview;
    private final MessageStore messages;
    private final Audience audience;
    private final GroupStore groups;
    private final NameStore names;

    ListOwnConversations(
            OverviewStore overview, MessageStore messages, Audience audience, GroupStore groups, NameStore names) {
        this.overview = overview;
        this.messages = messages;
        this.audience = audience;
        this.groups = groups;
        this.names = names;
    }

    List<OwnConversation> of(UserId user) {
        CallBy callBy = new CallBy(names);
        return overview.conversations(user).stream()
                .sorted(Comparator.comparing(ConversationId::value))
                .map(conversation -> new OwnConversation(
                        conversation, title(conversation, user, callBy), visible(conversation, user)))
                .filter(conversation -> !conversation.visible().isNothing())
                .toList();
    }

    private Visible visible(ConversationId conversation, UserId user) {
        long last = messages.lastSeq(conversation).orElse(0);
        return audience.of(conversation, user).within(1, last);
    }

    private String title(ConversationId conversation, UserId user, CallBy callBy) {
        return conversation.isDirect()
                ? callBy.name(conversation.directMembers().stream()
                        .filter(member -> !member.equals(user))
                        .findFirst()
                        .orElse(user))
                : groups.profile(conversation).map(GroupProfileView::title).orElse("");
    }
}
