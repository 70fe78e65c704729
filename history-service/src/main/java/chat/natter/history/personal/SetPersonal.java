package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.message.Audience;
import chat.natter.history.message.FindMessage;
import chat.natter.history.message.MessageKey;
import chat.natter.history.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Keeps what a user sets, and then tells all devices of the user. If that fails, the request is refused and may be made
 * again: both are idempotent.
 */
@Singleton
final class SetPersonal {
    private final PersonalStore store;
    private final TellPersonal tellPersonal;
    private final Audience audience;
    private final FindMessage findMessage;
    private final Clock clock;

    SetPersonal(
            PersonalStore store, TellPersonal tellPersonal, Audience audience, FindMessage findMessage, Clock clock) {
        this.store = store;
        this.tellPersonal = tellPersonal;
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
        tellPersonal.whole(user, conversation, personal, read, now);
        return PersonalJson.of(personal, read, now);
    }

    void star(UserId user, ConversationId conversation, long seq, boolean on) {
        MessageKey message = find(user, conversation, seq);
        store.star(user, message, on, clock.instant());
        tellPersonal.message(user, message);
    }

    void hide(UserId user, ConversationId conversation, long seq) {
        if (conversation.isTopic()) {
            // What many read at the same time is read once for all of them.
            throw new Refusal(Problem.FORBIDDEN, "Nothing is deleted from a topic for oneself.");
        }
        MessageKey message = find(user, conversation, seq);
        store.hide(user, message, clock.instant());
        tellPersonal.message(user, message);
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
}
