package chat.natter.load.scenario;

import chat.natter.client.connection.TokenSource;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps one session alive for a run that lasts longer than an access token. */
public final class SignedIn implements TokenSource {
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final NatterApi api;
    private final Clock clock;
    private Session session;
    private Instant renewAt;

    public SignedIn(NatterApi api, Session session, Clock clock) {
        this.api = api;
        this.clock = clock;
        this.session = session;
        this.renewAt = renewal(session, clock);
    }

    /** The one that it began with, or the newest. */
    public synchronized Session session() {
        return session;
    }

    @Override
    public synchronized String token() {
        if (!clock.instant().isBefore(renewAt)) {
            session = api.refresh(session.refreshToken());
            renewAt = renewal(session, clock);
        }
        return session.accessToken();
    }

    private static Instant renewal(Session session, Clock clock) {
        return clock.instant().plusSeconds(session.expiresIn()).minus(EARLY);
    }
}
