package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Typing;
import chat.natter.contract.record.TypingDelivery;
import chat.natter.contract.record.TypingRecord;
import chat.natter.contract.record.Viewing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Typing, both ways: what this session's user types is passed on seldom, and what others type in the conversations that
 * are open here is shown while it lasts. Nothing of it is kept anywhere.
 */
final class FollowTyping {
    /** Conversations that one session may have open. */
    static final int OPEN_AT_MOST = 8;
    /** Who is not said to type for so long does not. */
    static final long LASTS_MILLIS = 6_000;
    /** What is said again within this time is left out: those who look know it. */
    static final long SAY_AGAIN_AFTER_MILLIS = 3_000;
    /** Nobody stores what is open, so it is said again. */
    static final long OPEN_AGAIN_AFTER_MILLIS = 30_000;

    private static final int CHANGES_PER_SECOND = 2;
    private static final int CHANGE_BURST = 3 * OPEN_AT_MOST;

    private final ClientSession client;
    private final OpenSession session;
    private final SessionContext context;
    private final Publisher publisher;
    private final SessionRegistry registry;
    private final Predicate<UserId> isShown;
    private final Map<ConversationId, OpenConversation> open = new LinkedHashMap<>();
    /** When it was last passed on that this session's user types. */
    private final Map<ConversationId, Long> typesSince = new HashMap<>();

    private final SendAllowance allowance = new SendAllowance(CHANGES_PER_SECOND, CHANGE_BURST);
    private boolean active = true;

    /**
     * Follows for one session.
     *
     * @param isShown whether this session may see that the user is online, and so in a conversation of two that they
     *     type
     */
    FollowTyping(
            ClientSession client,
            OpenSession session,
            SessionContext context,
            Publisher publisher,
            SessionRegistry registry,
            Predicate<UserId> isShown) {
        this.client = client;
        this.session = session;
        this.context = context;
        this.publisher = publisher;
        this.registry = registry;
        this.isShown = isShown;
    }

    boolean viewing(ClientFrame.Viewing frame) {
        Set<ConversationId> wanted = new LinkedHashSet<>(frame.conversations());
        if (wanted.size() > OPEN_AT_MOST) {
            client.refuse(Problem.TOO_LARGE, null, "at most " + OPEN_AT_MOST + " conversations are open at once", null);
            return false;
        }
        if (!wanted.stream().allMatch(this::mayBeMember)) {
            client.refuse(Problem.NOT_A_MEMBER, null, Problem.NOT_A_MEMBER.title(), null);
            return false;
        }
        Set<ConversationId> closed = new LinkedHashSet<>(open.keySet());
        closed.removeAll(wanted);
        wanted.removeAll(open.keySet());
        int changes = closed.size() + wanted.size();
        if (changes > 0 && isTooMuch(changes)) {
            return false;
        }
        closed.forEach(this::close);
        wanted.forEach(conversation -> {
            open.put(conversation, new OpenConversation(context.now()));
            registry.views(conversation, client);
            publish(conversation, viewing(true));
        });
        return true;
    }

    boolean typing(ClientFrame.Typing frame) {
        ConversationId conversation = frame.conversation();
        if (!mayBeMember(conversation)) {
            client.refuse(Problem.NOT_A_MEMBER, null, Problem.NOT_A_MEMBER.title(), null);
            return false;
        }
        Long since = typesSince.get(conversation);
        if (!frame.on()) {
            typesSince.remove(conversation);
            if (since != null) {
                publish(conversation, typing(false));
            }
        } else if (since == null || context.now() - since >= SAY_AGAIN_AFTER_MILLIS) {
            if (isTooMuch(1)) {
                return false;
            }
            typesSince.put(conversation, context.now());
            publish(conversation, typing(true));
        }
        return true;
    }

    /** This session has sent a message there, which ends the typing for everybody. */
    void said(ConversationId conversation) {
        typesSince.remove(conversation);
    }

    /** A message was delivered, which ends its author's typing. */
    void heard(ConversationId conversation, UserId author) {
        OpenConversation here = open.get(conversation);
        if (here != null) {
            here.over(author);
        }
    }

    void activity(boolean nowActive) {
        active = nowActive;
        if (active) {
            long now = context.now();
            open.forEach((conversation, here) -> here.news(now).forEach((user, on) -> show(conversation, user, on)));
        }
    }

    /** Looks at the time. */
    void tick() {
        long now = context.now();
        typesSince.values().removeIf(since -> now - since >= LASTS_MILLIS);
        open.forEach((conversation, here) -> {
            here.forget(now);
            if (here.isToBeSaidAgain(now)) {
                publish(conversation, viewing(true));
            }
        });
    }

    /** Of a conversation that this session has, or had, open. */
    void deliver(Delivery delivery) {
        if (delivery.hasViewing()) {
            OpenConversation here =
                    open.get(new ConversationId(delivery.getViewing().getConversation()));
            if (here != null) {
                here.sees(delivery.getViewing().getOn());
            }
            return;
        }
        TypingDelivery typing = delivery.getTyping();
        ConversationId conversation = new ConversationId(typing.getConversation());
        UserId user = new UserId(typing.getUser());
        OpenConversation here = open.get(conversation);
        if (here != null
                && here.sees()
                && !user.equals(session.identity.user())
                && (conversation.isGroup() || isShown.test(user))) {
            here.heard(user, typing.getOn(), context.now());
            if (active) {
                here.news(context.now()).forEach((whom, on) -> show(conversation, whom, on));
            }
        }
    }

    /** The session is over. */
    void ended() {
        typesSince.keySet().forEach(conversation -> publish(conversation, typing(false)));
        List.copyOf(open.keySet()).forEach(this::close);
    }

    private void close(ConversationId conversation) {
        open.remove(conversation);
        registry.unviews(conversation, client);
        publish(conversation, viewing(false));
    }

    private void show(ConversationId conversation, UserId user, boolean on) {
        client.write(new ServerFrame.Typing(conversation, user, on));
    }

    private boolean mayBeMember(ConversationId conversation) {
        return conversation.isGroup() || conversation.isBetween(session.identity.user());
    }

    private boolean isTooMuch(int changes) {
        int wait = allowance.millisToWait(changes);
        if (wait > 0) {
            client.refuseTooMany(null, wait, allowance);
        }
        return wait > 0;
    }

    private static TypingRecord.Builder viewing(boolean on) {
        return TypingRecord.newBuilder().setViewing(Viewing.newBuilder().setOn(on));
    }

    private static TypingRecord.Builder typing(boolean on) {
        return TypingRecord.newBuilder().setTyping(Typing.newBuilder().setOn(on));
    }

    private void publish(ConversationId conversation, TypingRecord.Builder record) {
        record.setGateway(context.gateway().value())
                .setSession(session.id.value())
                .setUser(session.identity.user().value());
        publisher.typing(conversation, record.build(), context.now());
    }
}
