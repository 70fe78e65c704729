package chat.natter.message.inbox;

import chat.natter.contract.record.CloseSession;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.MissedDelivery;
import chat.natter.contract.record.PersonalDelivery;
import chat.natter.contract.record.ReceiptDelivery;
import chat.natter.contract.record.ReceiptMark;
import chat.natter.contract.record.SecurityDelivery;
import chat.natter.contract.record.SecurityNotice;
import chat.natter.contract.record.Synced;
import chat.natter.message.inbox.state.Entry;
import chat.natter.message.inbox.state.Missed;
import chat.natter.message.stage.Outputs;
import org.jspecify.annotations.Nullable;

/** Sends a session what waits for its device, in the order of positions and never more than the window ahead. */
final class DeliverEntries {
    private final InboxStore store;
    private final Outputs outputs;
    private final InboxLimits limits;
    private @Nullable Made last;

    private record Made(long position, InboxMessage message, MessageDelivery delivery) {}

    DeliverEntries(InboxStore store, Outputs outputs, InboxLimits limits) {
        this.store = store;
        this.outputs = outputs;
        this.limits = limits;
    }

    /** A new entry: sent at once if nothing is before it and the window allows. */
    void offer(String user, LiveSession session, long position, Entry entry, long now) {
        if (position <= session.sent()) {
            return;
        }
        if (session.isCaughtUp() && session.outstanding() < limits.window()) {
            deliver(user, session, position, entry, now);
        } else {
            if (session.isCaughtUp()) {
                outputs.windowFull();
            }
            session.fallBehind();
        }
    }

    /** Sends on from the store as far as the window allows. */
    void pump(String user, LiveSession session, long now) {
        if (!session.isCaughtUp() && session.outstanding() < limits.window()) {
            session.catchUp();
            store.entries(user, session.sent(), Long.MAX_VALUE, (position, entry) -> {
                if (session.outstanding() >= limits.window()) {
                    session.fallBehind();
                    return false;
                }
                deliver(user, session, position, entry, now);
                return true;
            });
        }
        if (session.becomesSynced()) {
            Synced synced = Synced.newBuilder().setPosition(session.sent()).build();
            outputs.deliver(session.gateway, to(user, session).setSynced(synced).build(), now);
        }
    }

    void close(String user, String device, String session, String gateway, int code, long now) {
        outputs.deliver(
                gateway,
                Delivery.newBuilder()
                        .setSession(session)
                        .setUser(user)
                        .setDevice(device)
                        .setClose(CloseSession.newBuilder().setCode(code))
                        .build(),
                now);
    }

    private void deliver(String user, LiveSession session, long position, Entry entry, long now) {
        if (isUseless(session, entry, now)) {
            session.passOver(position);
            return;
        }
        Delivery.Builder delivery = to(user, session);
        switch (entry.getBodyCase()) {
            case MESSAGE -> delivery.setMessage(made(position, entry.getMessage()));
            case RECEIPT -> delivery.setReceipt(receipt(position, entry.getReceipt()));
            case SECURITY -> delivery.setSecurity(security(position, entry.getSecurity()));
            case PERSONAL ->
                delivery.setPersonal(
                        PersonalDelivery.newBuilder().setPosition(position).setNotice(entry.getPersonal()));
            case MISSED -> delivery.setMissed(missed(position, entry.getMissed()));
            case BODY_NOT_SET -> {
                session.passOver(position);
                return;
            }
        }
        session.send(position);
        outputs.deliver(session.gateway, delivery.build(), now);
    }

    private static boolean isUseless(LiveSession session, Entry entry, long now) {
        boolean own = Devices.authorOf(entry).equals(session.device);
        InboxMessage message = entry.getMessage();
        boolean expired = message.getExpiresAt() != 0 && message.getExpiresAt() <= now;
        return own || expired;
    }

    private static Delivery.Builder to(String user, LiveSession session) {
        return Delivery.newBuilder().setSession(session.session).setUser(user).setDevice(session.device);
    }

    /** The same object for all sessions that are sent the message at that position, one after the other. */
    private MessageDelivery made(long position, InboxMessage message) {
        if (last == null || last.position() != position || !last.message().equals(message)) {
            last = new Made(position, message, message(position, message));
        }
        return last.delivery();
    }

    private static MessageDelivery message(long position, InboxMessage message) {
        MessageDelivery.Builder delivery = MessageDelivery.newBuilder()
                .setPosition(position)
                .setConversation(message.getConversation())
                .setSeq(message.getSeq())
                .setEpoch(message.getEpoch())
                .setFrom(message.getFrom())
                .setDevice(message.getDevice())
                .setMessageId(message.getMessageId())
                .setAt(message.getAt())
                .setContent(message.getContent())
                .setReplyTo(message.getReplyTo())
                .setExpiresAt(message.getExpiresAt())
                .setAction(message.getAction())
                .setTarget(message.getTarget())
                .setForwarded(message.getForwarded());
        return (message.hasMentions() ? delivery.setMentions(message.getMentions()) : delivery).build();
    }

    private static ReceiptDelivery receipt(long position, ReceiptMark receipt) {
        return ReceiptDelivery.newBuilder()
                .setPosition(position)
                .setConversation(receipt.getConversation())
                .setUser(receipt.getUser())
                .setDelivered(receipt.getDelivered())
                .setRead(receipt.getRead())
                .setAt(receipt.getAt())
                .build();
    }

    private static SecurityDelivery security(long position, SecurityNotice notice) {
        return SecurityDelivery.newBuilder()
                .setPosition(position)
                .setEvent(notice.getEvent())
                .setDevice(notice.getDevice())
                .setDeviceName(notice.getDeviceName())
                .setAt(notice.getAt())
                .build();
    }

    private static MissedDelivery missed(long position, Missed missed) {
        return MissedDelivery.newBuilder()
                .setPosition(position)
                .setConversation(missed.getConversation())
                .setFirst(missed.getFirst())
                .setLast(missed.getLast())
                .build();
    }
}
