package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.frame.ClientFrame;
import com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;

/** Asks history for parts of logs on behalf of one socket, few at a time. */
final class PullPages {
    /** Pulls that may wait for their answer. */
    static final int AT_ONCE = 4;

    private static final int PER_SECOND = 10;
    private static final int BURST = 50;
    private static final int RETRY_MILLIS = 1_000;

    private final ClientSession client;
    private final AskHistory askHistory;
    private final SendAllowance allowance = new SendAllowance(PER_SECOND, BURST);

    PullPages(ClientSession client, AskHistory askHistory) {
        this.client = client;
        this.askHistory = askHistory;
    }

    boolean pull(ClientFrame.Pull pull, OpenSession session) {
        String re = pull.id().toString();
        if (askHistory.isWaitingFor(pull.id())) {
            return true;
        }
        ConversationId conversation = pull.conversation();
        if (conversation.isDirect() && !conversation.isBetween(session.identity.user())) {
            client.refuse(Problem.NOT_A_MEMBER, re, Problem.NOT_A_MEMBER.title(), null);
            return false;
        }
        int wait = allowance.millisToWait();
        if (wait > 0 || askHistory.size() >= AT_ONCE) {
            client.refuseTooMany(re, Math.max(wait, RETRY_MILLIS), allowance);
            return false;
        }
        return askHistory.ask(pull.id(), conversation, pull.from(), pull.to(), session);
    }

    void tick() {
        askHistory.tick();
    }

    /** Of which conversation that was pulled, and had no answer until now; null if it was not. */
    @Nullable
    ConversationId answered(ByteString re) {
        return askHistory.answered(re);
    }
}
