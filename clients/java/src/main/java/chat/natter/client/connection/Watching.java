package chat.natter.client.connection;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom we watch, which topics we listen to, what is open and whether anybody looks: a new socket knows nothing of it
 * and has to be told again.
 */
final class Watching {
    private final Set<UserId> users = new LinkedHashSet<>();
    private List<ConversationId> open = List.of();
    private final Map<ConversationId, ClientFrame.Listen> topics = new LinkedHashMap<>();
    private boolean active = true;

    void add(Collection<UserId> watched) {
        users.addAll(watched);
    }

    void remove(Collection<UserId> watched) {
        users.removeAll(Set.copyOf(watched));
    }

    /** Whether that is news. */
    boolean listen(ClientFrame.Listen listen) {
        return topics.putIfAbsent(listen.conversation(), listen) == null;
    }

    void unlisten(ConversationId topic) {
        topics.remove(topic);
    }

    /** What is listened to under the id that an error's {@code re} names; null if it names none of these. */
    ClientFrame.@Nullable Listen listening(@Nullable String re) {
        return topics.values().stream()
                .filter(listen -> listen.id().toString().equals(re))
                .findFirst()
                .orElse(null);
    }

    void viewing(Collection<ConversationId> conversations) {
        open = List.copyOf(conversations);
    }

    void active(boolean nowActive) {
        active = nowActive;
    }

    /** What a new socket is to be told. */
    List<ClientFrame> all() {
        List<ClientFrame> frames = new ArrayList<>();
        if (!active) {
            frames.add(new ClientFrame.Activity(false));
        }
        if (!users.isEmpty()) {
            frames.add(new ClientFrame.Watch(null, List.copyOf(users)));
        }
        if (!open.isEmpty()) {
            frames.add(new ClientFrame.Viewing(open));
        }
        frames.addAll(topics.values());
        return frames;
    }
}
