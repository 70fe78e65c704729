package chat.natter.history.message;

import java.time.Clock;
import java.time.ZoneOffset;

/** Reads logs of a store, at {@link SomeMessages#NOW}. */
public final class ReadLogOf {
    private ReadLogOf() {}

    public static ReadLog store(MessageStore store) {
        return new ReadLog(
                store, new ReadPage(store, new FindMoment(store), Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC)));
    }
}
