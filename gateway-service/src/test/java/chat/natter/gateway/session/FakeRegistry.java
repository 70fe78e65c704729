package chat.natter.gateway.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays the event loop: knows the open sessions and flushes acknowledgements when a test says that the time has come.
 */
public final class FakeRegistry implements SessionRegistry {
    private final Map<String, ClientSession> open = new LinkedHashMap<>();
    private final List<ClientSession> pending = new ArrayList<>();

    @Override
    public void opened(String session, ClientSession client) {
        open.put(session, client);
    }

    @Override
    public void closed(String session) {
        open.remove(session);
    }

    @Override
    public void ackPending(ClientSession client) {
        pending.add(client);
    }

    void flush() {
        pending.forEach(ClientSession::flushAck);
        pending.clear();
    }

    Map<String, ClientSession> open() {
        return open;
    }
}
