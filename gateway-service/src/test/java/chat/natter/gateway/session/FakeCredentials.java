package chat.natter.gateway.session;

import chat.natter.contract.frame.ClientFrame;
import java.util.Optional;

/** Knows one token and one ticket. */
final class FakeCredentials implements Credentials {
    static final String TOKEN = "good-token";
    static final String TICKET = "good-ticket";

    private final Identity identity;
    /** Whether tokens can be checked. */
    boolean hasKeys = true;

    FakeCredentials(Identity identity) {
        this.identity = identity;
    }

    @Override
    public boolean canCheck(ClientFrame.Credential credential) {
        return hasKeys || credential instanceof ClientFrame.Ticket;
    }

    @Override
    public Optional<Identity> check(ClientFrame.Credential credential) {
        boolean good =
                credential.equals(new ClientFrame.Token(TOKEN)) || credential.equals(new ClientFrame.Ticket(TICKET));
        return good ? Optional.of(identity) : Optional.empty();
    }

    @Override
    public String ticketFor(Identity identity) {
        return TICKET;
    }
}
