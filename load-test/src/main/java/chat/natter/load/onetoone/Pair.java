package chat.natter.load.onetoone;

import chat.natter.client.rest.Session;
import java.net.URI;

/** Two people, each signed in on one device and connected to a gateway of their own. */
record Pair(Session sender, URI senderEdge, Session receiver, URI receiverEdge) {}
