package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.PersonalMark;
import chat.natter.contract.record.PersonalNotice;
import chat.natter.history.message.Audience;
import chat.natter.history.message.FindMessage;
import chat.natter.history.message.MessageKey;
import chat.natter.history.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/**
 * Keeps what a user sets, and then tells all devices of the user. If that fails, the request is refused and may be made
 * again: both are idempotent.
 */
@Singleton
final class SetPersonal {
    private final PersonalStore store;
    private final OwnDevices ownDevices;
    private final Audience audience;
    private final FindMessage findMessage;
    private final Clock clock;

    SetPersonal(PersonalStore store, OwnDevices ownDevices, Audience audience, FindMessage findMessage, Clock clock) {
        this.store = store;
        this.ownDevices = ownDevices;
        this.audience = audience;
        this.findMessage = findMessage;
        this.clock = clock;
    }

    PersonalJson of(UserId user, ConversationId conversation) {
        requireMember(user, conversation);
        return PersonalJson.of(store.of(user, conversation), store.readUpTo(user, conversation), clock.instant());
    }

    PersonalJson change(UserId user, ConversationId conversation, PersonalChange change) {
        requireMember(user, conversation);
        Instant now = clock.instant();
        store.change(user, conversation, change, now);
        Personal personal = store.of(user, conversation);
        long read = store.readUpTo(user, conversation);
        Instant mutedUntil = personal.mutedAfter(now);
        ownDevices.tell(
                user,
                notice(conversation, now)
                        .setMutedUntil(mutedUntil == null ? 0 : mutedUntil.toEpochMilli())
                        .setArchived(personal.archived())
                        .setPinned(personal.pinned())
                        .setUnread(personal.isUnread(read))
                        .build());
        return PersonalJson.of(personal, read, now);
    }

    void star(UserId user, ConversationId conversation, long seq, boolean on) {
        MessageKey message = find(user, conversation, seq);
        Instant now = clock.instant();
        store.star(user, message, on, now);
        tell(user, message, now);
    }

    void hide(UserId user, ConversationId conversation, long seq) {
        if (conversation.isTopic()) {
            // What many read at the same time is read once for all of them.
            throw new Refusal(Problem.FORBIDDEN, "Nothing is deleted from a topic for oneself.");
        }
        MessageKey message = find(user, conversation, seq);
        Instant now = clock.instant();
        store.hide(user, message, now);
        tell(user, message, now);
    }

    private void tell(UserId user, MessageKey message, Instant now) {
        ConversationId conversation = message.conversation();
        long seq = message.seq();
        Set<Long> starred = store.starred(user, conversation, seq, seq);
        Set<Long> hidden = store.hidden(user, conversation, seq, seq);
        ownDevices.tell(
                user,
                notice(conversation, now)
                        .setMessage(PersonalMark.newBuilder()
                                .setSeq(seq)
                                .setStarred(!starred.isEmpty())
                                .setHidden(!hidden.isEmpty()))
                        .build());
    }

    private MessageKey find(UserId user, ConversationId conversation, long seq) {
        findMessage.of(conversation, seq, user);
        return new MessageKey(conversation, seq);
    }

    private void requireMember(UserId user, ConversationId conversation) {
        if (audience.of(conversation, user).isNothing()) {
            throw new Refusal(Problem.NOT_A_MEMBER, Problem.NOT_A_MEMBER.title());
        }
    }

    private static PersonalNotice.Builder notice(ConversationId conversation, Instant at) {
        return PersonalNotice.newBuilder().setConversation(conversation.value()).setAt(at.toEpochMilli());
    }
}
