package chat.natter.history.message;

import java.time.Clock;
import java.time.ZoneOffset;

/** Shows messages to which nothing was done, at {@link SomeMessages#NOW}. */
public final class DescribeMessagesOf {
    private DescribeMessagesOf() {}

    public static DescribeMessages nothingDone() {
        return new DescribeMessages(new InMemoryChanges(), Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC));
    }
}
