package chat.natter.history.erasure;

import chat.natter.contract.UserId;
import chat.natter.history.takeout.RemoveExports;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The steps of an erasure, each of which may be taken again: announce it, wait, erase, keep the proof, forget. */
@Singleton
public final class EraseAccounts {
    private final Erasures erasures;
    private final EraseContent eraseContent;
    private final ListOfConversations list;
    private final RemoveExports removeExports;
    private final Duration settle;
    private final Clock clock;

    EraseAccounts(
            Erasures erasures,
            EraseContent eraseContent,
            ListOfConversations list,
            RemoveExports removeExports,
            ErasureConfig config,
            Clock clock) {
        this.erasures = erasures;
        this.eraseContent = eraseContent;
        this.list = list;
        this.removeExports = removeExports;
        this.settle = config.settle();
        this.clock = clock;
    }

    /** Whether it was done already; then nothing is left to do. */
    public boolean wasDone(UserId user) {
        boolean finished = erasures.isFinished(user);
        if (finished) {
            list.forget(user, clock.instant());
        }
        return finished;
    }

    /**
     * From here on nothing of the user is archived, once every instance has noticed, and what the user had asked for as
     * a copy is gone.
     */
    public void announce(UserId user, Instant askedAt) {
        erasures.begin(user, askedAt);
        removeExports.of(user);
    }

    /** How long to wait until every instance has noticed; see {@link ErasureConfig}. */
    public Duration settle() {
        return settle.multipliedBy(2);
    }

    /** Erases what is there. */
    public Erasure erase(UserId user, Instant askedAt) {
        return eraseContent.erase(user, askedAt);
    }

    /**
     * Keeps the proof. What tells where to look for the user's content goes after it: who begins anew after a crash
     * must find all of it again, to come to the same proof. Up to now and not to when it was asked for: until the
     * erasure was announced, a token that was still good could write.
     */
    public void finish(Erasure erasure) {
        erasures.finish(erasure);
        list.forget(erasure.user(), clock.instant());
    }
}
