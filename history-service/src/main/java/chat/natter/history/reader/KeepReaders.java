package chat.natter.history.reader;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Sets who follows what, here and for the other services. They are told first: what fails in between is asked for
 * again, and until then somebody has or lacks only the files of a topic whose messages they cannot, or can, read.
 */
@Singleton
public final class KeepReaders {
    private final ReaderStore store;
    private final ReaderFeed feed;

    KeepReaders(ReaderStore store, ReaderFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** Idempotent. */
    public void set(UserId user, ConversationId topic, boolean follows, Instant at) {
        feed.tell(user, topic, follows);
        store.set(user, topic, follows, at);
    }

    /** The user follows nothing any more: the user is no more. */
    public void forget(UserId user, Instant at) {
        store.topicsOf(user).forEach(topic -> feed.tell(user, topic, false));
        store.forget(user, at);
    }
}
