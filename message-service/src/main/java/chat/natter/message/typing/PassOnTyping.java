package chat.natter.message.typing;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.TypingDelivery;
import chat.natter.contract.record.TypingRecord;
import chat.natter.contract.record.ViewingDelivery;
import chat.natter.message.stage.UnreadableRecord;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tells who types to the members who have the conversation open: once per gateway, and to nobody else. Who is no member
 * (any more) is told so before the next one types, and sees nothing.
 */
public final class PassOnTyping {
    /** What is older was held up on the way, and is over. */
    static final long WORTH_MILLIS = 6_000;
    /** Gateways say every 30 seconds what is open: two of those may be lost. */
    static final long OPEN_MILLIS = 75_000;

    /** Writes to the delivery topic of a gateway. */
    public interface Deliver {
        void deliver(String gateway, Delivery delivery, long at);
    }

    private final Function<ConversationId, Predicate<String>> members;
    private final Deliver deliver;
    private final Viewers viewers = new Viewers();

    /**
     * Passes on for one partition of conversations.
     *
     * @param members whether a user is a member of that conversation now
     */
    public PassOnTyping(Function<ConversationId, Predicate<String>> members, Deliver deliver) {
        this.members = members;
        this.deliver = deliver;
    }

    /**
     * One record of {@code chat.typing}.
     *
     * @param at the record's time, in milliseconds since 1970
     */
    public void process(ConversationId conversation, TypingRecord record, long at, long now) {
        String user = new UserId(record.getUser()).value();
        switch (record.getBodyCase()) {
            case VIEWING -> {
                if (record.getViewing().getOn()) {
                    open(conversation, user, record, at, now);
                } else {
                    viewers.close(conversation.value(), record.getSession());
                }
            }
            case TYPING -> {
                if (now - at < WORTH_MILLIS) {
                    tell(conversation, user, record.getTyping().getOn(), now);
                }
            }
            case READERS, NEWS, BODY_NOT_SET ->
                throw new UnreadableRecord("a typing record without a body that this version knows");
        }
    }

    /** Forgets who was not heard of for long: their gateway is gone. */
    public void forget(long now) {
        viewers.forget(now);
    }

    private void open(ConversationId conversation, String user, TypingRecord record, long at, long now) {
        Viewers.Viewer viewer = new Viewers.Viewer(user, record.getGateway(), at + OPEN_MILLIS);
        if (viewer.until() > now
                && members.apply(conversation).test(user)
                && viewers.open(conversation.value(), record.getSession(), viewer)) {
            answer(conversation, record.getSession(), viewer, true, now);
        }
    }

    private void tell(ConversationId conversation, String typing, boolean on, long now) {
        // One device alone, the usual case, costs no look at the members.
        if (viewers.of(conversation.value()).values().stream()
                .allMatch(viewer -> viewer.user().equals(typing))) {
            return;
        }
        Predicate<String> isMember = members.apply(conversation);
        Set<String> gateways = new LinkedHashSet<>();
        viewers.of(conversation.value()).forEach((session, viewer) -> {
            if (!isMember.test(viewer.user())) {
                viewers.close(conversation.value(), session);
                answer(conversation, session, viewer, false, now);
            } else if (!viewer.user().equals(typing)) {
                gateways.add(viewer.gateway());
            }
        });
        if (isMember.test(typing)) {
            Delivery delivery = Delivery.newBuilder()
                    .setTyping(TypingDelivery.newBuilder()
                            .setConversation(conversation.value())
                            .setUser(typing)
                            .setOn(on))
                    .build();
            gateways.forEach(gateway -> deliver.deliver(gateway, delivery, now));
        }
    }

    private void answer(ConversationId conversation, String session, Viewers.Viewer viewer, boolean sees, long now) {
        Delivery answer = Delivery.newBuilder()
                .setSession(session)
                .setUser(viewer.user())
                .setViewing(ViewingDelivery.newBuilder()
                        .setConversation(conversation.value())
                        .setOn(sees))
                .build();
        deliver.deliver(viewer.gateway(), answer, now);
    }
}
