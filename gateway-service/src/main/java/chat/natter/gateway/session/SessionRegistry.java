package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;

/** Told which sessions can be delivered to. */
public interface SessionRegistry {
    void opened(String session, ClientSession client);

    void closed(String session);

    /** From now on presence of that user is to be delivered to the session too. */
    void watches(UserId user, ClientSession client);

    void unwatches(UserId user, ClientSession client);

    /** From now on typing in that conversation is to be delivered to the session too. */
    void views(ConversationId conversation, ClientSession client);

    void unviews(ConversationId conversation, ClientSession client);

    /**
     * From now on news of that topic are to be delivered to the session too. Returns how far it is known to be here.
     */
    long listens(ConversationId topic, ClientSession client);

    void unlistens(ConversationId topic, ClientSession client);

    /** How many sessions of this gateway listen to that topic. */
    int listeners(ConversationId topic);

    /**
     * The session has an acknowledgement that is not published yet: {@link ClientSession#flushAck} is to be called
     * soon.
     */
    void ackPending(ClientSession client);
}
