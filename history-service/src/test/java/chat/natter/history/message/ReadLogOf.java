package chat.natter.history.message;

import java.time.Clock;
import java.time.ZoneOffset;

/** Reads logs of a store, at {@link SomeMessages#NOW}. */
public final class ReadLogOf {
    private ReadLogOf() {}

    public static ReadLog store(MessageStore store) {
        return store(store, new NothingHidden());
    }

    public static ReadLog store(MessageStore store, OwnView ownView) {
        Clock clock = Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC);
        return new ReadLog(store, new ReadPage(store, new FindMoment(store), clock), ownView);
    }
}
