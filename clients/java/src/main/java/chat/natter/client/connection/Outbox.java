package chat.natter.client.connection;

import chat.natter.contract.InvalidId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.ClientFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The requests that have no answer yet, in the order in which they were asked for. They are repeated in that order with
 * the same ids, so that the server recognises those that it had accepted.
 */
final class Outbox {
    private final int capacity;
    private final Map<MessageId, ClientFrame.Request> unanswered = new LinkedHashMap<>();

    Outbox(int capacity) {
        this.capacity = capacity;
    }

    /** False if the outbox is full. */
    boolean add(ClientFrame.Request request) {
        if (unanswered.size() >= capacity && !unanswered.containsKey(request.id())) {
            return false;
        }
        unanswered.putIfAbsent(request.id(), request);
        return true;
    }

    /** The request that is answered now; empty if it had been answered before. */
    Optional<ClientFrame.Request> answered(MessageId id) {
        return Optional.ofNullable(unanswered.remove(id));
    }

    /** The request that an error's {@code re} names; null if it names none that waits here. */
    ClientFrame.@Nullable Request find(@Nullable String re) {
        if (re == null) {
            return null;
        }
        try {
            return unanswered.get(MessageId.parse(re));
        } catch (InvalidId e) {
            return null;
        }
    }

    /** A copy, oldest first. */
    List<ClientFrame.Request> unanswered() {
        return List.copyOf(unanswered.values());
    }

    int size() {
        return unanswered.size();
    }
}
