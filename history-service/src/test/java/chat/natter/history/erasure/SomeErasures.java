package chat.natter.history.erasure;

import chat.natter.history.message.ChangeStore;
import chat.natter.history.message.MessageStore;
import chat.natter.history.message.SomeLifetimes;
import chat.natter.history.search.IndexMessages;
import java.time.Clock;
import java.time.Duration;

/** Erasure put together by hand, for tests. */
public final class SomeErasures {
    static final ErasureConfig CONFIG = () -> Duration.ofSeconds(10);

    private SomeErasures() {}

    /** Of a company that nobody has left. */
    public static WithoutErased none(MessageStore messages, ChangeStore changes, IndexMessages index) {
        Clock clock = Clock.systemUTC();
        return new WithoutErased(
                new KnowErased(new InMemoryErasures(), CONFIG, clock),
                new EraseEntries(messages, changes, index, SomeLifetimes.OWN),
                clock);
    }
}
