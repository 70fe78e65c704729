package chat.natter.history.pull;

import chat.natter.contract.ConversationId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.PullRequest;
import com.google.protobuf.InvalidProtocolBufferException;
import org.jspecify.annotations.Nullable;

/** Reads the value of a record of {@code chat.pulls}; whatever it lets pass can be answered. */
final class ReadPullRequest {
    private static final int ID_BYTES = 16;

    private ReadPullRequest() {}

    /** Null if it is none. */
    static @Nullable PullRequest read(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            PullRequest request = PullRequest.parseFrom(value);
            new ConversationId(request.getConversation());
            new UserId(request.getUser());
            new SessionId(request.getSession());
            new GatewayId(request.getGateway());
            boolean isRange = request.getFrom() >= 1 && request.getTo() >= request.getFrom();
            return isRange && request.getRe().size() == ID_BYTES ? request : null;
        } catch (InvalidProtocolBufferException | InvalidId e) {
            return null;
        }
    }
}
