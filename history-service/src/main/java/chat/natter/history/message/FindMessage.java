package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Finds the one message that a request is about, for somebody who may read it. */
@Singleton
public final class FindMessage {
    private final MessageStore store;
    private final Audience audience;
    private final Clock clock;

    FindMessage(MessageStore store, Audience audience, Clock clock) {
        this.store = store;
        this.audience = audience;
        this.clock = clock;
    }

    /** Refuses with {@code not_a_member} or {@code target_unknown}. */
    public ArchivedMessage of(ConversationId conversation, long seq, UserId reader) {
        Visible visible = audience.of(conversation, reader);
        // There is no message 0, for nobody.
        boolean theirs = seq < 1 ? !visible.isNothing() : visible.contains(seq);
        if (!theirs) {
            throw new Refusal(Problem.NOT_A_MEMBER, Problem.NOT_A_MEMBER.title());
        }
        List<ArchivedMessage> found = seq < 1
                ? List.of()
                : store.read(new Slice(conversation, Direction.NEWER, seq, seq), 1)
                        .messages();
        if (found.isEmpty() || found.get(0).isExpiredAt(clock.instant())) {
            throw new Refusal(Problem.TARGET_UNKNOWN, Problem.TARGET_UNKNOWN.title());
        }
        return found.get(0);
    }
}
