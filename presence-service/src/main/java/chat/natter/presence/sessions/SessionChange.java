package chat.natter.presence.sessions;

import chat.natter.contract.SessionId;

/** What a session record means for presence. */
public sealed interface SessionChange {
    <R> R accept(Handler<R> handler);

    /** A socket was opened. */
    record Opened(OpenSession session) implements SessionChange {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.opened(this);
        }
    }

    /** A socket ended, or its gateway did. */
    record Closed(SessionId session) implements SessionChange {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.closed(this);
        }
    }

    /** An app was put aside, or taken up again. */
    record ActivityChanged(SessionId session, boolean active) implements SessionChange {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.activityChanged(this);
        }
    }

    /** One method per kind, so that a new kind that somebody forgot does not compile. */
    interface Handler<R> {
        R opened(Opened opened);

        R closed(Closed closed);

        R activityChanged(ActivityChanged changed);
    }
}
