package chat.natter.contract.frame;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a client sent: the edge at which frames are checked, so that nothing behind it has to. */
public final class ReadClientFrame {
    /** The largest integer that JavaScript keeps exact. */
    static final long MAX_NUMBER = (1L << 53) - 1;

    static final int MAX_EXPIRY_SECONDS = 366 * 24 * 3600;
    private static final int MAX_CLIENT_LENGTH = 64;
    private static final int MAX_ID_LENGTH = 64;
    /** How many there may be is a matter of configuration; these fit into a frame. */
    private static final int MAX_RECIPIENTS = 1_024;

    private ReadClientFrame() {}

    /** The frame, or why it is none: {@code bad_frame} or {@code unknown_type}. Never throws for bad input. */
    public static Decoded<ClientFrame> read(byte[] utf8) {
        Fields fields;
        try {
            fields = Fields.parse(utf8);
        } catch (BadFrame e) {
            return new Decoded.Bad<>(e.problem(), null, e.detail());
        }
        try {
            return new Decoded.Frame<>(frame(fields));
        } catch (BadFrame e) {
            return new Decoded.Bad<>(e.problem(), fields.text("id"), e.detail());
        }
    }

    private static ClientFrame frame(Fields fields) {
        return switch (fields.requireText("type")) {
            case "hello" -> hello(fields);
            case "ping" -> new ClientFrame.Ping();
            case "pong" -> new ClientFrame.Pong();
            case "send" -> send(fields);
            case "group" -> ReadGroupFrame.read(fields);
            case "pull" -> pull(fields);
            case "listen" -> new ClientFrame.Listen(fields.require("id", MessageId::parse), topic(fields));
            case "unlisten" -> new ClientFrame.Unlisten(topic(fields));
            case "ack" -> new ClientFrame.Ack(fields.requireNumber("position", 0, MAX_NUMBER));
            case "read" ->
                new ClientFrame.Read(
                        fields.require("conversation", ConversationId::new),
                        fields.requireNumber("seq", 1, MAX_NUMBER));
            case "watch" -> new ClientFrame.Watch(id(fields), fields.requireAll("users", UserId::new));
            case "unwatch" -> new ClientFrame.Unwatch(fields.requireAll("users", UserId::new));
            case "activity" -> new ClientFrame.Activity(fields.requireFlag("active"));
            case "viewing" -> new ClientFrame.Viewing(fields.requireEach("conversations", ConversationId::new));
            case "typing" ->
                new ClientFrame.Typing(fields.require("conversation", ConversationId::new), fields.requireFlag("on"));
            default -> throw new BadFrame(Problem.UNKNOWN_TYPE, "this server does not know that type");
        };
    }

    private static ClientFrame hello(Fields fields) {
        return new ClientFrame.Hello(
                credential(fields.text("token"), fields.text("ticket")),
                fields.number("position", 0, MAX_NUMBER),
                client(fields.text("client")));
    }

    private static ClientFrame.Credential credential(@Nullable String token, @Nullable String ticket) {
        if (token != null && ticket == null) {
            return new ClientFrame.Token(token);
        }
        if (ticket != null && token == null) {
            return new ClientFrame.Ticket(ticket);
        }
        throw BadFrame.of("hello has either a token or a ticket");
    }

    private static @Nullable String client(@Nullable String client) {
        if (client != null && client.length() > MAX_CLIENT_LENGTH) {
            throw BadFrame.of("client has more than " + MAX_CLIENT_LENGTH + " characters");
        }
        return client;
    }

    private static @Nullable String id(Fields fields) {
        String id = fields.text("id");
        if (id != null && id.length() > MAX_ID_LENGTH) {
            throw BadFrame.of("id has more than " + MAX_ID_LENGTH + " characters");
        }
        return id;
    }

    private static ClientFrame send(Fields fields) {
        Long expiresIn = fields.number("expiresIn", 1, MAX_EXPIRY_SECONDS);
        Action action = Action.of(fields.text("action"));
        Target target = target(action, fields);
        Content content = fields.requireContent();
        if (content.isReserved()) {
            throw BadFrame.of("content kinds that begin with group. are the server's");
        }
        int forwarded = fields.forwarded();
        Mentions mentions = fields.mentions();
        if (action != Action.MESSAGE && !(forwarded == 0 && mentions.equals(Mentions.NONE))) {
            throw BadFrame.of("only a message is forwarded or mentions somebody");
        }
        Recipient to = recipient(fields.requireObject("to"));
        Long replyTo = fields.number("replyTo", 1, MAX_NUMBER);
        boolean plain = action == Action.MESSAGE && replyTo == null && forwarded == 0 && mentions.equals(Mentions.NONE);
        if (to instanceof Recipient.ToUsers && !plain) {
            throw BadFrame.of("to several users goes a message that answers, forwards and mentions nothing");
        }
        return new ClientFrame.Send(
                fields.require("id", MessageId::parse),
                to,
                content,
                replyTo,
                expiresIn == null ? null : expiresIn.intValue(),
                action,
                target,
                forwarded,
                mentions);
    }

    private static ClientFrame pull(Fields fields) {
        long from = fields.requireNumber("from", 1, MAX_NUMBER);
        return new ClientFrame.Pull(
                fields.require("id", MessageId::parse),
                fields.require("conversation", ConversationId::new),
                from,
                fields.requireNumber("to", from, MAX_NUMBER));
    }

    private static ConversationId topic(Fields fields) {
        ConversationId conversation = fields.require("conversation", ConversationId::new);
        if (!conversation.isTopic()) {
            throw BadFrame.of("conversation is not a topic");
        }
        return conversation;
    }

    private static @Nullable Target target(Action action, Fields fields) {
        if (action == Action.GROUP) {
            throw BadFrame.of("groups are changed by group frames");
        }
        if (action == Action.MESSAGE) {
            return null;
        }
        Fields target = fields.requireObject("target");
        return new Target(
                target.requireNumber("seq", 1, MAX_NUMBER),
                target.text("device") == null ? null : target.require("device", DeviceId::new),
                target.text("id") == null ? null : target.require("id", MessageId::parse));
    }

    private static Recipient recipient(Fields to) {
        boolean user = to.text("user") != null;
        boolean conversation = to.text("conversation") != null;
        List<UserId> users = to.users("users", MAX_RECIPIENTS);
        if ((user ? 1 : 0) + (conversation ? 1 : 0) + (users.isEmpty() ? 0 : 1) != 1) {
            throw BadFrame.of("to has either a user, users or a conversation");
        }
        if (!users.isEmpty()) {
            return new Recipient.ToUsers(users);
        }
        return user
                ? new Recipient.ToUser(to.require("user", UserId::new))
                : new Recipient.ToConversation(to.require("conversation", ConversationId::new));
    }
}
