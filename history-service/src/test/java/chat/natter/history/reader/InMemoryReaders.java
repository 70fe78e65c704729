package chat.natter.history.reader;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Followed topics in memory. */
public final class InMemoryReaders implements ReaderStore {
    private record Followed(UserId user, ConversationId topic) {}

    private final List<Followed> followed = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** Sets them here, and keeps what other services are told. */
    public KeepReaders keep() {
        return new KeepReaders(this, (user, topic, follows) -> told.add(topic + "/" + user + "=" + follows));
    }

    /** {@code topic/user=follows} each. */
    public List<String> told() {
        return told;
    }

    @Override
    public boolean follows(UserId user, ConversationId topic) {
        return followed.contains(new Followed(user, topic));
    }

    @Override
    public List<ConversationId> topicsOf(UserId user) {
        return followed.stream()
                .filter(one -> one.user().equals(user))
                .map(Followed::topic)
                .toList();
    }

    @Override
    public void set(UserId user, ConversationId topic, boolean follows, Instant at) {
        followed.remove(new Followed(user, topic));
        if (follows) {
            followed.add(new Followed(user, topic));
        }
    }

    @Override
    public void forget(UserId user, Instant at) {
        followed.removeIf(one -> one.user().equals(user));
    }
}
