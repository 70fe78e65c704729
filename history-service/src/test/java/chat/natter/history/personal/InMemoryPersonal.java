package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.MessageKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The port's sibling for tests. Passes the same contract test as the one in Cassandra. */
public final class InMemoryPersonal implements PersonalStore {
    private static final Comparator<MessageKey> ORDER = Comparator.comparing(
                    (MessageKey key) -> key.conversation().value())
            .thenComparing(Comparator.comparingLong(MessageKey::seq).reversed());

    private record Of(UserId user, ConversationId conversation) {}

    private record Flag(UserId user, MessageKey message) {}

    private final Map<Of, Personal> personal = new HashMap<>();
    /** With the time at which each was written. */
    private final Map<Flag, Instant> stars = new HashMap<>();

    private final Map<Flag, Instant> hidden = new HashMap<>();
    public final Map<ConversationId, Long> read = new HashMap<>();

    @Override
    public Personal of(UserId user, ConversationId conversation) {
        return personal.getOrDefault(new Of(user, conversation), Personal.NOTHING);
    }

    @Override
    public Map<ConversationId, Personal> of(UserId user) {
        return personal.entrySet().stream()
                .filter(one -> one.getKey().user().equals(user))
                .collect(Collectors.toMap(one -> one.getKey().conversation(), Map.Entry::getValue));
    }

    @Override
    public long readUpTo(UserId user, ConversationId conversation) {
        return read.getOrDefault(conversation, 0L);
    }

    @Override
    public void change(UserId user, ConversationId conversation, PersonalChange change, Instant at) {
        Personal before = of(user, conversation);
        PersonalChange.Mute mute = change.mute();
        Boolean unread = change.unread();
        personal.put(
                new Of(user, conversation),
                new Personal(
                        mute == null ? before.mutedUntil() : mute.until(),
                        change.archived() == null ? before.archived() : change.archived(),
                        change.pinned() == null ? before.pinned() : change.pinned(),
                        unread == null ? before.unreadFrom() : unread ? (Long) readUpTo(user, conversation) : null));
    }

    @Override
    public void star(UserId user, MessageKey message, boolean on, Instant at) {
        if (on) {
            stars.put(new Flag(user, message), at);
        } else {
            stars.remove(new Flag(user, message));
        }
    }

    @Override
    public void hide(UserId user, MessageKey message, Instant at) {
        hidden.put(new Flag(user, message), at);
    }

    @Override
    public Set<Long> starred(UserId user, ConversationId conversation, long first, long last) {
        return between(stars.keySet(), user, conversation, first, last);
    }

    @Override
    public Set<Long> hidden(UserId user, ConversationId conversation, long first, long last) {
        return between(hidden.keySet(), user, conversation, first, last);
    }

    @Override
    public List<MessageKey> stars(UserId user, Optional<MessageKey> after, int limit) {
        return stars.keySet().stream()
                .filter(flag -> flag.user().equals(user))
                .map(Flag::message)
                .filter(message -> after.isEmpty() || ORDER.compare(message, after.get()) > 0)
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public void forget(UserId user, List<ConversationId> conversations, Instant at) {
        personal.keySet().removeIf(one -> one.user().equals(user));
        stars.entrySet()
                .removeIf(one ->
                        one.getKey().user().equals(user) && !one.getValue().isAfter(at));
        hidden.entrySet()
                .removeIf(one -> one.getKey().user().equals(user)
                        && !one.getValue().isAfter(at)
                        && conversations.contains(one.getKey().message().conversation()));
    }

    private static Set<Long> between(Set<Flag> flags, UserId user, ConversationId conversation, long first, long last) {
        return flags.stream()
                .filter(flag -> flag.user().equals(user)
                        && flag.message().conversation().equals(conversation)
                        && flag.message().seq() >= first
                        && flag.message().seq() <= last)
                .map(flag -> flag.message().seq())
                .collect(Collectors.toSet());
    }
}
