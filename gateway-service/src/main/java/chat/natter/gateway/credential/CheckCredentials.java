package chat.natter.gateway.credential;

import chat.natter.contract.frame.ClientFrame;
import chat.natter.gateway.session.Credentials;
import chat.natter.gateway.session.Identity;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Checks tokens and tickets on the spot. */
@ApplicationScoped
public class CheckCredentials implements Credentials {
    private final SigningKeys keys;
    private final VerifyToken verifyToken;
    private final Tickets tickets;

    CheckCredentials(CredentialConfig config, Vertx vertx, Clock clock) {
        keys = new SigningKeys(vertx, config.jwksUrl(), config.jwksRefresh());
        verifyToken = new VerifyToken(keys::current, config.issuer(), config.audience(), clock);
        tickets = new Tickets(
                config.ticketKeys().stream().map(TicketKey::parse).toList(), config.ticketLifetime(), clock);
    }

    @PostConstruct
    void start() {
        keys.fetchForever();
    }

    /** Whether tokens can be checked. */
    public boolean isReady() {
        return keys.areLoaded();
    }

    @Override
    public boolean canCheck(ClientFrame.Credential credential) {
        return credential instanceof ClientFrame.Ticket || isReady();
    }

    @Override
    public Optional<Identity> check(ClientFrame.Credential credential) {
        if (credential instanceof ClientFrame.Token token) {
            return verifyToken.verify(token.value());
        }
        return tickets.check(((ClientFrame.Ticket) credential).value());
    }

    @Override
    public String ticketFor(Identity identity) {
        return tickets.issue(identity);
    }
}
