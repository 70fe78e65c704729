package chat.natter.history.overview;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.history.mention.CountMentions;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.Audience;
import chat.natter.history.message.DescribeMessages;
import chat.natter.history.message.LogPart;
import chat.natter.history.message.MessageJson;
import chat.natter.history.message.ReadLog;
import chat.natter.history.message.Visible;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reads the end of a conversation's log for the list of conversations. */
@Singleton
final class ReadDetails {
    /**
     * Where nothing is unread, the newest message is among the last few entries; what stands behind it are reactions.
     */
    private static final int FEW = 20;

    private final ReadLog readLog;
    private final DescribeMessages describeMessages;
    private final CountMentions countMentions;
    private final Audience audience;
    private final FewAtOnce fewAtOnce;

    ReadDetails(
            ReadLog readLog,
            DescribeMessages describeMessages,
            CountMentions countMentions,
            Audience audience,
            FewAtOnce fewAtOnce) {
        this.readLog = readLog;
        this.describeMessages = describeMessages;
        this.countMentions = countMentions;
        this.audience = audience;
        this.fewAtOnce = fewAtOnce;
    }

    /** Of what the user may see of each conversation, and has not deleted for themselves; in their order. */
    List<Details> of(UserId user, List<Progress> conversations) {
        return fewAtOnce.map(conversations, conversation -> of(user, conversation));
    }

    private Details of(UserId user, Progress progress) {
        Visible visible = audience.of(progress.conversation(), user);
        long behind = Math.min(Details.MOST, progress.lastSeq() - progress.read());
        long from = Math.max(1, progress.lastSeq() - Math.max(FEW, behind) + 1);
        List<ArchivedMessage> messages = messages(user, progress, from, visible);
        int unread = (int) messages.stream()
                .filter(message ->
                        message.seq() > progress.read() && !message.from().equals(user))
                .count();
        MessageJson last = messages.isEmpty()
                ? null
                : describeMessages
                        .one(user, messages.get(messages.size() - 1), visible, false)
                        .orElse(null);
        int mentions = progress.read() < progress.lastSeq()
                ? countMentions.of(user, progress.conversation(), progress.read(), visible)
                : 0;
        return new Details(unread, mentions, last);
    }

    private List<ArchivedMessage> messages(UserId user, Progress progress, long from, Visible visible) {
        List<ArchivedMessage> messages = new ArrayList<>();
        long next = from;
        while (next <= progress.lastSeq()) {
            LogPart part = readLog.read(user, progress.conversation(), next, progress.lastSeq(), visible);
            part.messages().stream()
                    .filter(entry -> entry.action() == Action.MESSAGE)
                    .forEach(messages::add);
            // Nothing more is there if it did not come further.
            next = part.last() < next ? Long.MAX_VALUE : part.last() + 1;
        }
        return messages;
    }
}
