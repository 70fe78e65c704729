package chat.natter.history.mention;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.MessageKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mentions in memory. Nothing expires here. */
public final class InMemoryMentions implements MentionStore {
    private record Named(UserId user, MessageKey message) {}

    private final Map<Named, Instant> named = new HashMap<>();
    private final Set<MessageKey> all = new HashSet<>();

    @Override
    public void write(List<ArchivedMessage> messages, Set<UserId> erased) {
        for (ArchivedMessage message : messages) {
            MessageKey key = new MessageKey(message.conversation(), message.seq());
            message.mentions().users().stream()
                    .filter(user -> !erased.contains(user))
                    .forEach(user -> named.put(new Named(user, key), message.at()));
            if (message.mentions().all()) {
                all.add(key);
            }
        }
    }

    @Override
    public SortedSet<Long> behind(UserId user, ConversationId conversation, long seq, int most) {
        Predicate<MessageKey> isBehind = key -> key.conversation().equals(conversation) && key.seq() > seq;
        Stream<MessageKey> ofUser =
                named.keySet().stream().filter(one -> one.user().equals(user)).map(Named::message);
        return Stream.concat(
                        newest(ofUser.filter(isBehind), most),
                        newest(all.stream().filter(isBehind), most))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Long> newest(Stream<MessageKey> keys, int most) {
        return keys.map(MessageKey::seq).sorted(Comparator.reverseOrder()).limit(most);
    }

    @Override
    public void forget(UserId user, List<ConversationId> conversations, Instant at) {
        named.entrySet()
                .removeIf(one -> one.getKey().user().equals(user)
                        && conversations.contains(one.getKey().message().conversation())
                        && !one.getValue().isAfter(at));
    }
}
