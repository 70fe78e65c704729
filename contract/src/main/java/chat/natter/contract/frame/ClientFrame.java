package chat.natter.contract.frame;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client says to a gateway. A kind that somebody forgot to handle does not compile. */
public sealed interface ClientFrame {
    <R> R accept(Handler<R> handler);

    /** One method per kind of frame. */
    interface Handler<R> {
        R hello(Hello hello);

        R ping(Ping ping);

        R pong(Pong pong);

        R send(Send send);

        R ack(Ack ack);

        R read(Read read);

        R watch(Watch watch);

        R unwatch(Unwatch unwatch);

        R activity(Activity activity);

        R viewing(Viewing viewing);

        R typing(Typing typing);

        R group(Group group);

        R pull(Pull pull);

        R listen(Listen listen);

        R unlisten(Unlisten unlisten);
    }

    /** What the server answers under its id. If no answer came, the same is asked again with the same id. */
    sealed interface Request extends ClientFrame {
        MessageId id();
    }

    /** The credential of a {@link Hello}. */
    sealed interface Credential {}

    /** An access token of a device. */
    record Token(String value) implements Credential {
        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    /** A resume ticket from an earlier {@code welcome}. */
    record Ticket(String value) implements Credential {
        @Override
        public String toString() {
            return "Ticket[…]";
        }
    }

    /**
     * The first frame.
     *
     * @param position the highest inbox position that the device has stored durably; null if it does not know
     * @param client name and version of the client software, for logs; null if not said
     */
    record Hello(
            Credential credential,
            @Nullable Long position,
            @Nullable String client) implements ClientFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.hello(this);
        }
    }

    record Ping() implements ClientFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.ping(this);
        }
    }

    record Pong() implements ClientFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.pong(this);
        }
    }

    /**
     * A message.
     *
     * @param id the idempotency key: a repeat within 24 hours gets the same answer and is not delivered again
     * @param replyTo the seq that this message answers; null for none
     * @param expiresIn seconds after which the message vanishes everywhere; null for never
     * @param action what it does; {@code content} never decides that
     * @param target the earlier message that the action is about; null for a message of its own
     * @param forwarded how often the message was passed on, this time included; 0 if it is written here. Only of
     *     messages, as are mentions
     */
    record Send(
            MessageId id,
            Recipient to,
            Content content,
            @Nullable Long replyTo,
            @Nullable Integer expiresIn,
            Action action,
            @Nullable Target target,
            int forwarded,
            Mentions mentions)
            implements Request {
        /** Something that mentions nobody and was not passed on. */
        public Send(
                MessageId id,
                Recipient to,
                Content content,
                @Nullable Long replyTo,
                @Nullable Integer expiresIn,
                Action action,
                @Nullable Target target) {
            this(id, to, content, replyTo, expiresIn, action, target, 0, Mentions.NONE);
        }

        /** A message of its own. */
        public Send(MessageId id, Recipient to, Content content, @Nullable Long replyTo, @Nullable Integer expiresIn) {
            this(id, to, content, replyTo, expiresIn, Action.MESSAGE, null);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.send(this);
        }
    }

    /**
     * Something is asked of a group.
     *
     * @param id the idempotency key, as of a {@link Send}
     * @param conversation null for a group that is to be created: its id follows from {@code id}
     */
    record Group(MessageId id, @Nullable ConversationId conversation, GroupAction action) implements Request {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.group(this);
        }
    }

    /**
     * Entries of a conversation's log are wanted again, or for the first time: both ends are included. Answered by
     * {@code page} or {@code error}.
     */
    record Pull(MessageId id, ConversationId conversation, long from, long to) implements Request {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.pull(this);
        }
    }

    /**
     * From now on the user wants to be told here when there is something new in that topic. Answered by {@code news} or
     * {@code error}; ends with the socket.
     */
    record Listen(MessageId id, ConversationId conversation) implements Request {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.listen(this);
        }
    }

    /** The user does not want to be told of that topic any more. */
    record Unlisten(ConversationId conversation) implements ClientFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.unlisten(this);
        }
    }

    /** Everything up to this inbox position is stored durably on the device. Cumulative. */
    record Ack(long position) implements ClientFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.ack(this);
        }
    }

    /** The user has read the conversation up to this seq. A lower value than before is ignored. */
    record Read(ConversationId conversation, long seq) implements ClientFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.read(this);
        }
    }

    /**
     * From now on the presence of these users is wanted, beside that of those who are watched already.
     *
     * @param id for the answer to a refusal; null if not said
     */
    record Watch(@Nullable String id, List<UserId> users) implements ClientFrame {
        public Watch {
            users = List.copyOf(users);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.watch(this);
        }
    }

    /** The presence of these users is not wanted any more. Those who were not watched are left out. */
    record Unwatch(List<UserId> users) implements ClientFrame {
        public Unwatch {
            users = List.copyOf(users);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.unwatch(this);
        }
    }

    /** Whether somebody looks at the app. While nobody does, presence and typing are held back. */
    record Activity(boolean active) implements ClientFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.activity(this);
        }
    }

    /** The conversations that are open on the screen from now on, instead of those before; none if it is empty. */
    record Viewing(List<ConversationId> conversations) implements ClientFrame {
        public Viewing {
            conversations = List.copyOf(conversations);
        }

        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.viewing(this);
        }
    }

    /** Somebody types, or has stopped without sending it. */
    record Typing(ConversationId conversation, boolean on) implements ClientFrame {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.typing(this);
        }
    }
}
