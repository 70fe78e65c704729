package chat.natter.load.onetoone;

import chat.natter.client.rest.Session;
import java.net.URI;
import java.util.List;

/**
 * Two people, each signed in on one device.
 *
 * @param senderEdges gateways, of which the first is the sender's own and the others are for when that one is gone
 * @param receiverEdges the same for the receiver, who begins elsewhere
 */
record Pair(Session sender, List<URI> senderEdges, Session receiver, List<URI> receiverEdges) {
    URI[] forSender() {
        return senderEdges.toArray(URI[]::new);
    }

    URI[] forReceiver() {
        return receiverEdges.toArray(URI[]::new);
    }
}
