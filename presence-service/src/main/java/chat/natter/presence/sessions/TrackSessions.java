package chat.natter.presence.sessions;

import chat.natter.presence.gateways.GatewayVerdict;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.sessions.SessionChange.ActivityChanged;
import chat.natter.presence.sessions.SessionChange.Closed;
import chat.natter.presence.sessions.SessionChange.Opened;
import java.util.function.Function;

/**
 * Decides what one record does to one user. A repeat changes nothing and yields the same announcement again: after a
 * crash the restored state may be ahead of the records, and the first announcement may never have left.
 */
public final class TrackSessions {
    private final Function<Incarnation, GatewayVerdict> judge;

    /**
     * Decides with what is known of gateways at that moment.
     *
     * @param judge what is known of a gateway's incarnation now
     */
    public TrackSessions(Function<Incarnation, GatewayVerdict> judge) {
        this.judge = judge;
    }

    /**
     * The user after the change, and what is to be written.
     *
     * @param at the record's time, in milliseconds since 1970, never in the future
     */
    public Outcome apply(UserSessions user, SessionChange change, long at) {
        return change.accept(new SessionChange.Handler<>() {
            @Override
            public Outcome opened(Opened opened) {
                return open(user, opened.session(), at);
            }

            @Override
            public Outcome closed(Closed closed) {
                return close(user, closed, at);
            }

            @Override
            public Outcome activityChanged(ActivityChanged changed) {
                return repeat(user.withActivity(changed.session(), changed.active(), at));
            }
        });
    }

    private Outcome open(UserSessions user, OpenSession session, long at) {
        if (user.knowsAsClosed(session.session())) {
            return repeat(user);
        }
        if (user.open().containsKey(session.session())) {
            return repeat(user);
        }
        if (judge.apply(session.on()).isGone()) {
            // Others took this opening for real, so it needs a closing on the topic; here it never counts as open.
            return Outcome.of(user, new Effect.Expire(session));
        }
        UserSessions next = user.withOpened(session, at);
        return Outcome.of(next, present(next));
    }

    private Outcome close(UserSessions user, Closed closed, long at) {
        if (user.knowsAsClosed(closed.session())) {
            return repeat(user);
        }
        UserSessions next = user.withClosed(closed.session(), at);
        // The last closing is announced when its grace is over.
        return user.open().containsKey(closed.session()) ? repeat(next) : Outcome.of(next);
    }

    private static Outcome repeat(UserSessions user) {
        return user.open().isEmpty() ? Outcome.of(user) : Outcome.of(user, present(user));
    }

    private static Effect present(UserSessions user) {
        return new Effect.Announce(user.present());
    }
}
