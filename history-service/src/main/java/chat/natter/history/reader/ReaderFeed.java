package chat.natter.history.reader;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;

/** How other services learn who follows what. */
interface ReaderFeed {
    /**
     * Returns once it is kept for them; a repeat changes nothing.
     *
     * @throws chat.natter.history.message.StoreUnavailable if it could not be kept; ask again
     */
    void tell(UserId user, ConversationId topic, boolean follows);
}
