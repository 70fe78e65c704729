package chat.natter.history.message;

import java.time.Clock;
import java.time.ZoneOffset;

/** Finds messages of a store, at {@link SomeMessages#NOW}. */
public final class FindMessageIn {
    private FindMessageIn() {}

    public static FindMessage store(MessageStore store, Audience audience) {
        return new FindMessage(store, audience, Clock.fixed(SomeMessages.NOW, ZoneOffset.UTC));
    }
}
