package chat.natter.contract.frame;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.MessageId;
import chat.natter.contract.PresenceState;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a gateway says to a client. Instants have millisecond precision. */
public sealed interface ServerFrame {
    <R> R accept(Handler<R> handler);

    /** One method per kind of frame. */
    interface Handler<R> {
        R welcome(Welcome welcome);

        R synced(Synced synced);

        R ping(Ping ping);

        R pong(Pong pong);

        R sent(Sent sent);

        R message(Message message);

        R receipt(Receipt receipt);

        R missed(Missed missed);

        R page(Page page);

        R security(Security security);

        R personal(Personal personal);

        R failure(Failure failure);

        R goAway(GoAway goAway);

        R presence(Presence presence);

        R typing(Typing typing);

        R spread(Spread spread);

        R news(News news);
    }

    /**
     * The answer to {@code hello}.
     *
     * @param position what the device said it has, or 0; entries after its cursor follow, then {@code synced}
     * @param ticket for the next {@code hello}, on any gateway
     * @param heartbeatSeconds a client that is silent for twice as long is closed with 4440
     */
    record Welcome(
            UserId userId,
            DeviceId deviceId,
            SessionId sessionId,
            GatewayId gatewayId,
            long position,
            String ticket,
            int heartbeatSeconds,
            Limits limits,
            Instant serverTime)
            implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.welcome(this);
        }

        @Override
        public String toString() {
            return "Welcome[" + sessionId + " on " + gatewayId + "]";
        }
    }

    /**
     * What a client may send.
     *
     * @param frameBytes a larger text frame closes the socket with 4413
     * @param contentBytes a larger {@code content} gets {@code too_large}
     * @param window unacknowledged entries that the server sends ahead
     * @param sendsPerSecond sustained {@code send} frames per second; more get {@code rate_limited}
     */
    record Limits(int frameBytes, int contentBytes, int window, int sendsPerSecond) {}

    /** The backlog has been sent up to this position; what follows is live. */
    record Synced(long position) implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.synced(this);
        }
    }

    record Ping() implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.ping(this);
        }
    }

    record Pong() implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.pong(this);
        }
    }

    /** The single tick: the message is durable, ordered and permitted. Never sent before that holds. */
    record Sent(MessageId re, ConversationId conversation, long seq, int epoch, Instant at, boolean duplicate)
            implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.sent(this);
        }
    }

    /**
     * The answer to a message to several users: what became of it for each.
     *
     * @param sent as {@link Sent} for one user
     * @param refused as {@link Failure} for one user
     */
    record Spread(MessageId re, List<Reached> sent, List<Unreached> refused) implements ServerFrame {
        public Spread {
            sent = List.copyOf(sent);
            refused = List.copyOf(refused);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.spread(this);
        }
    }

    /** The message has that place in the conversation with that user. */
    record Reached(UserId user, long seq, Instant at) {}

    /**
     * The user was not sent the message.
     *
     * @param code of the problem catalogue
     */
    record Unreached(UserId user, String code) {}

    /**
     * An entry of a conversation's log for this device, to be acknowledged by its position.
     *
     * @param action what it does
     * @param target the seq of the earlier message that the action is about; null for a message of its own
     * @param forwarded how often it was passed on, as its sender says; 0 if it was written here
     */
    record Message(
            long position,
            ConversationId conversation,
            long seq,
            int epoch,
            UserId from,
            DeviceId device,
            MessageId id,
            Instant at,
            Content content,
            @Nullable Long replyTo,
            @Nullable Instant expiresAt,
            Action action,
            @Nullable Long target,
            int forwarded,
            Mentions mentions)
            implements ServerFrame {
        /** A message of its own. */
        public Message(
                long position,
                ConversationId conversation,
                long seq,
                int epoch,
                UserId from,
                DeviceId device,
                MessageId id,
                Instant at,
                Content content,
                @Nullable Long replyTo,
                @Nullable Instant expiresAt) {
            this(
                    position,
                    conversation,
                    seq,
                    epoch,
                    from,
                    device,
                    id,
                    at,
                    content,
                    replyTo,
                    expiresAt,
                    Action.MESSAGE,
                    null,
                    0,
                    Mentions.NONE);
        }

        /** An entry of a log that waits in an inbox. */
        public static Message of(long position, ConversationId conversation, LogEntry entry) {
            return new Message(
                    position,
                    conversation,
                    entry.seq(),
                    entry.epoch(),
                    entry.from(),
                    entry.device(),
                    entry.id(),
                    entry.at(),
                    entry.content(),
                    entry.replyTo(),
                    entry.expiresAt(),
                    entry.action(),
                    entry.target(),
                    entry.forwarded(),
                    entry.mentions());
        }

        /** What of it is the same for every member and every device. */
        public LogEntry entry() {
            return new LogEntry(
                    seq, epoch, from, device, id, at, content, replyTo, expiresAt, action, target, forwarded, mentions);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.message(this);
        }
    }

    /**
     * High-water marks of the other of two people, the double tick and the read mark; or the user's own, moved on
     * another device. Takes a position of the inbox, like a message, so that a mark survives a lost connection; newer
     * marks replace one that still waits.
     */
    record Receipt(
            long position,
            ConversationId conversation,
            UserId user,
            @Nullable Long delivered,
            @Nullable Long read,
            Instant at)
            implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.receipt(this);
        }
    }

    /**
     * Messages {@code first} to {@code last} of the conversation waited too long and were dropped: pull them from
     * history.
     */
    record Missed(long position, ConversationId conversation, long first, long last) implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.missed(this);
        }
    }

    /**
     * A part of a conversation's log, as it is now: every number from {@code first} to {@code last} is that of a
     * message or lies in a hole. Takes no position.
     *
     * @param re the id of the {@code pull} that it answers
     * @param first where the pull began
     * @param last less than {@code first} if nothing is there yet; ask for what is wanted beyond it
     * @param head the greatest number that the user may see and that can be pulled by now; 0 if there is none
     * @param messages ascending by seq
     */
    record Page(
            MessageId re,
            ConversationId conversation,
            long first,
            long last,
            long head,
            List<LogEntry> messages,
            List<Hole> holes)
            implements ServerFrame {
        public Page {
            messages = List.copyOf(messages);
            holes = List.copyOf(holes);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.page(this);
        }
    }

    /**
     * Numbers of a log, both included, that have no message for this user.
     *
     * @param reason {@code gone} if they have vanished for everybody, {@code not_a_member} if the user was none then,
     *     {@code hidden} if the user has deleted them for themselves; others may come
     */
    record Hole(long first, long last, String reason) {}

    /**
     * Something happened to the account's security.
     *
     * @param event a code of {@link chat.natter.contract.SecurityEvent}; others may come
     * @param device the device that it is about; null if it is about none
     */
    record Security(
            long position,
            String event,
            @Nullable DeviceId device,
            @Nullable String deviceName,
            Instant at) implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.security(this);
        }
    }

    /**
     * What the user has set for a conversation, or for one of its messages, on one of their devices: the whole of it,
     * as it is now.
     *
     * @param mutedUntil null if it is not muted
     * @param following whether it is a topic that the user follows
     * @param message if it is about a message; then the rest says nothing
     */
    record Personal(
            long position,
            ConversationId conversation,
            @Nullable Instant mutedUntil,
            boolean archived,
            boolean pinned,
            boolean unread,
            boolean following,
            @Nullable PersonalMark message,
            Instant at)
            implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.personal(this);
        }
    }

    /** What the user has set for one message: kept to be found again, or deleted for themselves. */
    record PersonalMark(long seq, boolean starred, boolean hidden) {}

    /**
     * Something was refused.
     *
     * @param re the id of the frame that was refused; null if it has none
     * @param code a code of the problem catalogue
     * @param retryAfterMs when it makes sense to try again; null if never
     * @param traceId under which operators find the way of what was refused; null if it was not followed
     */
    record Failure(
            @Nullable String re,
            String code,
            String message,
            @Nullable Integer retryAfterMs,
            @Nullable String traceId) implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.failure(this);
        }
    }

    /** The gateway drains: reconnect after {@code retryAfterMs} plus a random part of {@code jitterMs}. */
    record GoAway(int retryAfterMs, int jitterMs) implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.goAway(this);
        }
    }

    /**
     * A watched user's presence, as far as this user may know it. Takes no position: only the last one counts.
     *
     * @param lastSeen when the user was last online; null while online, if never, and if that is not shown
     */
    record Presence(
            UserId user, PresenceState state, @Nullable Instant lastSeen) implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.presence(this);
        }
    }

    /**
     * Somebody types in a conversation that is open here, or has stopped. Takes no position, is never repeated, and is
     * over after 6 seconds or with that user's message.
     */
    record Typing(ConversationId conversation, UserId user, boolean on) implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.typing(this);
        }
    }

    /**
     * How far a topic is that this session listens to. Takes no position: only the last one counts. What is new is
     * pulled.
     *
     * @param re the id of the {@code listen} that it answers; null if it tells of something new
     * @param seq the greatest number of its log, as far as it is known here; 0 if there is none
     * @param spreadMs a client lets a random part of this pass before it pulls, since many are told at the same time
     */
    record News(@Nullable MessageId re, ConversationId conversation, long seq, int spreadMs) implements ServerFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.news(this);
        }
    }
}
