package chat.natter.contract.frame;

import chat.natter.contract.UserId;
import java.util.List;

/**
 * Who is mentioned in a message. It stands beside the content, which may be encrypted, so that the server can count
 * what somebody has not read yet.
 *
 * @param users each once
 * @param all everybody in the conversation, whoever they are
 */
public record Mentions(List<UserId> users, boolean all) {
    /** Nobody. */
    public static final Mentions NONE = new Mentions(List.of(), false);

    public Mentions {
        users = List.copyOf(users);
    }
}
