package chat.natter.gateway.session;

import chat.natter.contract.frame.ClientFrame;
import java.util.Optional;

/** Checks credentials and gives out tickets. */
public interface Credentials {
    /** Whether such a one can be told from a forged one now: tokens cannot before the keys of their issuer are here. */
    boolean canCheck(ClientFrame.Credential credential);

    /** Whose credential this is; empty if it is forged, expired or not for this service. */
    Optional<Identity> check(ClientFrame.Credential credential);

    /** A ticket for the next connection, on any gateway. */
    String ticketFor(Identity identity);
}
