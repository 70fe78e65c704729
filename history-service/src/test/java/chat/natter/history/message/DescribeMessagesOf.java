package chat.natter.history.message;

import java.time.Clock;
import java.time.ZoneOffset;

/** Shows messages, at {@link SomeMessages#NOW}. */
public final class DescribeMessagesOf {
    private DescribeMessagesOf() {}

    public static DescribeMessages nothingDone() {
        return changes(new InMemoryChanges());
    }

    public static DescribeMessages changes(ChangeStore changes) {
        return new DescribeMessages(changes, new NothingHidden(), Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC));
    }
}
