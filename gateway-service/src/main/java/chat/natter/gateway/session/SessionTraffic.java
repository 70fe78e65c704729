package chat.natter.gateway.session;

import chat.natter.contract.CloseCode;
import chat.natter.contract.Problem;

/** Told what happens on sessions, for metrics. */
public interface SessionTraffic {
    void received();

    void sent();

    void refused(Problem problem);

    void opened(boolean byTicket);

    void closed(CloseCode code);

    /**
     * A message was written to a session that had no backlog left; {@code millis} since its author's gateway took it.
     */
    void delivered(long millis);
}
