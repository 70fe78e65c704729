package chat.natter.history.message;

import java.time.Clock;

/** Reads from stores of a test. */
public final class ReadForReaderOf {
    private ReadForReaderOf() {}

    public static ReadForReader stores(MessageStore messages, ChangeStore changes, OwnView ownView, Clock clock) {
        return new ReadForReader(messages, changes, ownView, clock);
    }
}
