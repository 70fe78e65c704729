package chat.natter.client.connection;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whom we watch, what is open and whether anybody looks: a new socket knows nothing of it and has to be told again. */
final class Watching {
    private final Set<UserId> users = new LinkedHashSet<>();
    private List<ConversationId> open = List.of();
    private boolean active = true;

    void add(Collection<UserId> watched) {
        users.addAll(watched);
    }

    void remove(Collection<UserId> watched) {
        users.removeAll(Set.copyOf(watched));
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
        return frames;
    }
}
