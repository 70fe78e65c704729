package chat.natter.history.pull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.PullRequest;
import chat.natter.contract.record.Refused;
import chat.natter.history.message.Audience;
import chat.natter.history.message.LogPart;
import chat.natter.history.message.ReadLog;
import chat.natter.history.message.StoreUnavailable;
import chat.natter.history.message.Visible;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What one pull is answered: its page, or why there is none. Who may read what is decided here, as for REST. */
@Singleton
final class AnswerPull {
    private static final int RETRY_MILLIS = 1_000;

    private final ReadLog readLog;
    private final Audience audience;

    AnswerPull(ReadLog readLog, Audience audience) {
        this.readLog = readLog;
        this.audience = audience;
    }

    /** For the pulls of one batch. */
    SharedParts shared() {
        return new SharedParts(readLog, audience);
    }

    Delivery answer(PullRequest request, SharedParts shared) {
        Delivery.Builder delivery = Delivery.newBuilder()
                .setSession(request.getSession())
                .setUser(request.getUser())
                .setDevice(request.getDevice());
        try {
            ConversationId conversation = new ConversationId(request.getConversation());
            Optional<LogPart> forEverybody = shared.of(conversation, request.getFrom(), request.getTo());
            if (forEverybody.isPresent()) {
                return delivery.setPage(ToPage.of(request, forEverybody.get())).build();
            }
            UserId user = new UserId(request.getUser());
            Visible visible = audience.of(conversation, user);
            if (visible.isNothing()) {
                return delivery.setRefused(refused(request, Problem.NOT_A_MEMBER))
                        .build();
            }
            LogPart part = readLog.read(user, conversation, request.getFrom(), request.getTo(), visible);
            return delivery.setPage(ToPage.of(request, part)).build();
        } catch (StoreUnavailable e) {
            return delivery.setRefused(refused(request, Problem.UNAVAILABLE).setRetryAfterMillis(RETRY_MILLIS))
                    .build();
        }
    }

    private static Refused.Builder refused(PullRequest request, Problem problem) {
        return Refused.newBuilder().setRe(request.getRe()).setProblem(problem.code());
    }
}
