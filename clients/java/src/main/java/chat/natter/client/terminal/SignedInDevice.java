package chat.natter.client.terminal;

import chat.natter.client.connection.TokenSource;
import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.Device;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Session;
import chat.natter.contract.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A session that renews itself: by its refresh token, and by the credentials where that is not good any more. Each new
 * refresh token is remembered at once, since the old one is used up.
 */
final class SignedInDevice implements TokenSource {
    /** Renewed so long before its end, so that a token does not expire on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final NatterApi api;
    private final Credentials credentials;
    private final RememberedDevice remembered;
    private final Clock clock;
    private Session session;
    private Instant goodUntil;

    private SignedInDevice(
            NatterApi api, Credentials credentials, RememberedDevice remembered, Clock clock, Session session) {
        this.api = api;
        this.credentials = credentials;
        this.remembered = remembered;
        this.clock = clock;
        this.session = session;
        this.goodUntil = end(session, clock);
        remembered.write(session);
    }

    /** Signs in: as the device that is remembered, if there is one. */
    static SignedInDevice open(NatterApi api, Credentials credentials, RememberedDevice remembered, Clock clock) {
        return new SignedInDevice(api, credentials, remembered, clock, signIn(api, credentials, remembered.read()));
    }

    Session session() {
        return session;
    }

    @Override
    public synchronized String token() {
        if (!clock.instant().isBefore(goodUntil)) {
            session = renew();
            goodUntil = end(session, clock);
            remembered.write(session);
        }
        return session.accessToken();
    }

    private Session renew() {
        try {
            return api.refresh(session.refreshToken());
        } catch (ApiRefused e) {
            return credentials.signIn(api, new Device(session.deviceId(), credentials.device(), "terminal"));
        }
    }

    private static Session signIn(NatterApi api, Credentials credentials, Optional<RememberedDevice.Known> remembered) {
        if (remembered.isEmpty()) {
            return credentials.signIn(api, Device.named(credentials.device(), "terminal"));
        }
        RememberedDevice.Known known = remembered.get();
        // A password that somebody typed is to be checked; otherwise the token spares it.
        if (!credentials.typed()) {
            try {
                return api.refresh(known.refreshToken());
            } catch (ApiRefused e) {
                // Expired, or the server is a new one: the credentials decide.
            }
        }
        try {
            return credentials.signIn(api, new Device(known.device(), credentials.device(), "terminal"));
        } catch (ApiRefused e) {
            if (!e.code().equals(Problem.BAD_REQUEST.code())) {
                throw e;
            }
            // The account does not have that device any more.
            return credentials.signIn(api, Device.named(credentials.device(), "terminal"));
        }
    }

    private static Instant end(Session session, Clock clock) {
        return clock.instant().plusSeconds(session.expiresIn()).minus(MARGIN);
    }
}
