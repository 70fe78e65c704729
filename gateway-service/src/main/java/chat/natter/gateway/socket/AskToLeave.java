package chat.natter.gateway.socket;

import chat.natter.gateway.session.ClientSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * In which order the sockets of a loop are asked to leave: a random one, so that no group of clients leaves together.
 */
final class AskToLeave {
    private final List<ClientSession> order;
    private int asked;

    AskToLeave(Collection<ClientSession> sockets) {
        order = new ArrayList<>(sockets);
        Collections.shuffle(order);
    }

    /** Those who are to be asked now, if by now this share of all is to have been asked; 1 is all. */
    List<ClientSession> upTo(double share) {
        int target = Math.min(order.size(), (int) Math.ceil(share * order.size()));
        List<ClientSession> next = List.copyOf(order.subList(Math.min(asked, target), target));
        asked = Math.max(asked, target);
        return next;
    }
}
