package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays the event loop: knows the open sessions and flushes acknowledgements when a test says that the time has come.
 */
public final class FakeRegistry implements SessionRegistry {
    private final Map<String, ClientSession> open = new LinkedHashMap<>();
    private final Set<UserId> watched = new LinkedHashSet<>();
    private final Set<ConversationId> viewed = new LinkedHashSet<>();
    private final Map<ConversationId, Long> heads = new LinkedHashMap<>();
    private final Set<ConversationId> listened = new LinkedHashSet<>();
    private final List<ClientSession> pending = new ArrayList<>();
    private int listeners = 1;

    @Override
    public void opened(String session, ClientSession client) {
        open.put(session, client);
    }

    @Override
    public void closed(String session) {
        open.remove(session);
    }

    @Override
    public void watches(UserId user, ClientSession client) {
        watched.add(user);
    }

    @Override
    public void unwatches(UserId user, ClientSession client) {
        watched.remove(user);
    }

    @Override
    public void views(ConversationId conversation, ClientSession client) {
        viewed.add(conversation);
    }

    @Override
    public void unviews(ConversationId conversation, ClientSession client) {
        viewed.remove(conversation);
    }

    @Override
    public long listens(ConversationId topic, ClientSession client) {
        listened.add(topic);
        return heads.getOrDefault(topic, 0L);
    }

    @Override
    public void unlistens(ConversationId topic, ClientSession client) {
        listened.remove(topic);
    }

    @Override
    public int listeners(ConversationId topic) {
        return listeners;
    }

    @Override
    public void ackPending(ClientSession client) {
        pending.add(client);
    }

    void flush() {
        pending.forEach(ClientSession::flushAck);
        pending.clear();
    }

    /** So far others have heard that the topic is. */
    void head(ConversationId topic, long seq) {
        heads.put(topic, seq);
    }

    void listeners(int count) {
        listeners = count;
    }

    Set<ConversationId> listened() {
        return listened;
    }

    Set<UserId> watched() {
        return watched;
    }

    Set<ConversationId> viewed() {
        return viewed;
    }

    Map<String, ClientSession> open() {
        return open;
    }
}
