package chat.natter.history.mention;

import chat.natter.history.message.DescribeMessagesOf;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.NothingHidden;

/** Counts where there is nothing to count. */
public final class NobodyMentioned {
    private NobodyMentioned() {}

    public static CountMentions count() {
        return new CountMentions(
                new InMemoryMentions(), new InMemoryMessages(), DescribeMessagesOf.nothingDone(), new NothingHidden());
    }
}
