package chat.natter.history.pull;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Mentions;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.Hole;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.PageDelivery;
import chat.natter.contract.record.PullRequest;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.LogPart;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.time.Instant;

/** A part of a log as the record that a gateway turns into a {@code page}. */
final class ToPage {
    private ToPage() {}

    static PageDelivery of(PullRequest request, LogPart part) {
        PageDelivery.Builder page = PageDelivery.newBuilder()
                .setRe(request.getRe())
                .setConversation(request.getConversation())
                .setFirst(part.first())
                .setLast(part.last())
                .setHead(part.head());
        part.messages().forEach(message -> page.addMessages(message(message)));
        part.holes().forEach(hole -> page.addHoles(hole(hole)));
        return page.build();
    }

    private static MessageDelivery.Builder message(ArchivedMessage message) {
        Instant expiresAt = message.expiresAt();
        MessageDelivery.Builder delivery = MessageDelivery.newBuilder()
                .setSeq(message.seq())
                .setEpoch((int) message.epoch())
                .setFrom(message.from().value())
                .setDevice(message.device().value())
                .setMessageId(ByteString.copyFrom(message.id().toBytes()))
                .setAt(message.at().toEpochMilli())
                .setContent(UnsafeByteOperations.unsafeWrap(message.content().utf8()))
                .setReplyTo(message.replyTo())
                .setExpiresAt(expiresAt == null ? 0 : expiresAt.toEpochMilli())
                .setAction(Action.valueOf(message.action().name()))
                .setTarget(message.target())
                .setForwarded(message.forwarded());
        Mentions mentions = message.mentions();
        return mentions.equals(Mentions.NONE) ? delivery : delivery.setMentions(record(mentions));
    }

    private static chat.natter.contract.record.Mentions record(Mentions mentions) {
        return chat.natter.contract.record.Mentions.newBuilder()
                .addAllUsers(mentions.users().stream().map(UserId::value).toList())
                .setAll(mentions.all())
                .build();
    }

    private static Hole.Builder hole(LogPart.Hole hole) {
        return Hole.newBuilder()
                .setFirst(hole.first())
                .setLast(hole.last())
                .setReason(
                        switch (hole.why()) {
                            case GONE -> Hole.Reason.GONE;
                            case NOT_A_MEMBER -> Hole.Reason.NOT_A_MEMBER;
                            case HIDDEN -> Hole.Reason.HIDDEN;
                        });
    }
}
