package chat.natter.presence.sessions;

/** What is to be written, besides the user's state. */
public sealed interface Effect {
    <R> R accept(Handler<R> handler);

    /** The user's whole presence, for {@code chat.presence}. */
    record Announce(Presence presence) implements Effect {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.announce(this);
        }
    }

    /** A session whose gateway is gone: to be closed on {@code chat.sessions}, for everybody who keeps sessions. */
    record Expire(OpenSession session) implements Effect {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.expire(this);
        }
    }

    /** One method per kind. */
    interface Handler<R> {
        R announce(Announce announce);

        R expire(Expire expire);
    }
}
