package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.LogEntry;
import chat.natter.contract.frame.Mentions;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.MissedDelivery;
import chat.natter.contract.record.PageDelivery;
import chat.natter.contract.record.PersonalDelivery;
import chat.natter.contract.record.PersonalMark;
import chat.natter.contract.record.PersonalNotice;
import chat.natter.contract.record.ReceiptDelivery;
import chat.natter.contract.record.Refused;
import chat.natter.contract.record.SecurityDelivery;
import chat.natter.contract.record.Sent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What message-service wants a client to see, as a frame. */
final class ToServerFrame {
    private ToServerFrame() {}

    /**
     * Empty for a kind that this version does not know: it must not stop the others. {@code traceId} is null if the
     * delivery belongs to no message that is followed.
     */
    static Optional<ServerFrame> of(Delivery delivery, @Nullable String traceId) {
        return Optional.ofNullable(
                switch (delivery.getBodyCase()) {
                    case MESSAGE -> message(delivery.getMessage());
                    case RECEIPT -> receipt(delivery.getReceipt());
                    case MISSED -> missed(delivery.getMissed());
                    case SECURITY -> security(delivery.getSecurity());
                    case PERSONAL -> personal(delivery.getPersonal());
                    case PAGE -> page(delivery.getPage());
                    case SYNCED -> new ServerFrame.Synced(delivery.getSynced().getPosition());
                    case SENT -> sent(delivery.getSent());
                    case REFUSED -> refused(delivery.getRefused(), traceId);
                    case CLOSE, PRESENCE, TYPING, VIEWING, NEWS, BODY_NOT_SET -> null;
                });
    }

    private static @Nullable ServerFrame message(MessageDelivery message) {
        LogEntry entry = entry(message);
        return entry == null
                ? null
                : ServerFrame.Message.of(message.getPosition(), new ConversationId(message.getConversation()), entry);
    }

    private static @Nullable LogEntry entry(MessageDelivery message) {
        if (message.getAction() == chat.natter.contract.record.Action.UNRECOGNIZED) {
            return null;
        }
        return new LogEntry(
                message.getSeq(),
                message.getEpoch(),
                new UserId(message.getFrom()),
                new DeviceId(message.getDevice()),
                MessageId.of(message.getMessageId().toByteArray()),
                Instant.ofEpochMilli(message.getAt()),
                new Content(message.getContent().toByteArray()),
                orNull(message.getReplyTo()),
                message.getExpiresAt() == 0 ? null : Instant.ofEpochMilli(message.getExpiresAt()),
                Action.valueOf(message.getAction().name()),
                orNull(message.getTarget()),
                message.getForwarded(),
                mentions(message.getMentions()));
    }

    private static Mentions mentions(chat.natter.contract.record.Mentions mentions) {
        return mentions.getUsersCount() == 0 && !mentions.getAll()
                ? Mentions.NONE
                : new Mentions(mentions.getUsersList().stream().map(UserId::new).toList(), mentions.getAll());
    }

    private static ServerFrame page(PageDelivery page) {
        return new ServerFrame.Page(
                MessageId.of(page.getRe().toByteArray()),
                new ConversationId(page.getConversation()),
                page.getFirst(),
                page.getLast(),
                page.getHead(),
                page.getMessagesList().stream()
                        .flatMap(message -> Stream.ofNullable(entry(message)))
                        .toList(),
                page.getHolesList().stream()
                        .map(hole -> new ServerFrame.Hole(
                                hole.getFirst(),
                                hole.getLast(),
                                hole.getReason().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static ServerFrame receipt(ReceiptDelivery receipt) {
        return new ServerFrame.Receipt(
                receipt.getPosition(),
                new ConversationId(receipt.getConversation()),
                new UserId(receipt.getUser()),
                orNull(receipt.getDelivered()),
                orNull(receipt.getRead()),
                Instant.ofEpochMilli(receipt.getAt()));
    }

    private static ServerFrame missed(MissedDelivery missed) {
        return new ServerFrame.Missed(
                missed.getPosition(),
                new ConversationId(missed.getConversation()),
                missed.getFirst(),
                missed.getLast());
    }

    private static ServerFrame security(SecurityDelivery security) {
        return new ServerFrame.Security(
                security.getPosition(),
                security.getEvent(),
                security.getDevice().isEmpty() ? null : new DeviceId(security.getDevice()),
                security.getDeviceName().isEmpty() ? null : security.getDeviceName(),
                Instant.ofEpochMilli(security.getAt()));
    }

    private static ServerFrame personal(PersonalDelivery personal) {
        PersonalNotice notice = personal.getNotice();
        PersonalMark message = notice.getMessage();
        return new ServerFrame.Personal(
                personal.getPosition(),
                new ConversationId(notice.getConversation()),
                notice.getMutedUntil() == 0 ? null : Instant.ofEpochMilli(notice.getMutedUntil()),
                notice.getArchived(),
                notice.getPinned(),
                notice.getUnread(),
                notice.getFollowing(),
                notice.hasMessage()
                        ? new ServerFrame.PersonalMark(message.getSeq(), message.getStarred(), message.getHidden())
                        : null,
                Instant.ofEpochMilli(notice.getAt()));
    }

    private static ServerFrame sent(Sent sent) {
        return new ServerFrame.Sent(
                MessageId.of(sent.getRe().toByteArray()),
                new ConversationId(sent.getConversation()),
                sent.getSeq(),
                sent.getEpoch(),
                Instant.ofEpochMilli(sent.getAt()),
                sent.getDuplicate());
    }

    private static ServerFrame refused(Refused refused, @Nullable String traceId) {
        Problem problem = Problem.ofCode(refused.getProblem()).orElse(Problem.INTERNAL);
        return new ServerFrame.Failure(
                MessageId.of(refused.getRe().toByteArray()).toString(),
                problem.code(),
                problem.title(),
                refused.getRetryAfterMillis() == 0 ? null : refused.getRetryAfterMillis(),
                traceId);
    }

    private static @Nullable Long orNull(long number) {
        return number == 0 ? null : number;
    }
}
