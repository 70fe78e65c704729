package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;

/** The conversation that an address names. */
public final class ReadConversationId {
    private ReadConversationId() {}

    /** Refuses with {@code bad_request} what is no id. */
    public static ConversationId read(String id) {
        try {
            return new ConversationId(id);
        } catch (InvalidId e) {
            throw new Refusal(Problem.BAD_REQUEST, "That is not a conversation id.");
        }
    }
}
