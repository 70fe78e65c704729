package chat.natter.gateway.session;

import chat.natter.contract.CloseCode;
import chat.natter.contract.Problem;
import java.util.ArrayList;
import java.util.List;

/** Keeps what would have been counted. */
final class FakeTraffic implements SessionTraffic {
    final List<Problem> refused = new ArrayList<>();
    final List<CloseCode> closed = new ArrayList<>();
    final List<Long> deliveredAfter = new ArrayList<>();
    int received;
    int sent;
    int openedByToken;
    int openedByTicket;

    @Override
    public void received() {
        received++;
    }

    @Override
    public void sent() {
        sent++;
    }

    @Override
    public void refused(Problem problem) {
        refused.add(problem);
    }

    @Override
    public void opened(boolean byTicket) {
        if (byTicket) {
            openedByTicket++;
        } else {
            openedByToken++;
        }
    }

    @Override
    public void delivered(long millis) {
        deliveredAfter.add(millis);
    }

    @Override
    public void closed(CloseCode code) {
        closed.add(code);
    }
}
