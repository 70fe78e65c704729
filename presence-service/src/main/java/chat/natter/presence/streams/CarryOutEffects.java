package chat.natter.presence.streams;

import chat.natter.contract.UserId;
import chat.natter.presence.sessions.Effect;

/** Writes what was decided of a user; whoever watches the user learns of it too. */
final class CarryOutEffects {
    private final WriteRecords write;
    private final TellWatchers watchers;

    CarryOutEffects(WriteRecords write, TellWatchers watchers) {
        this.write = write;
        this.watchers = watchers;
    }

    void carryOut(UserId user, Effect effect, long now) {
        effect.accept(new Effect.Handler<Void>() {
            @Override
            public Void announce(Effect.Announce announce) {
                write.announce(user, announce.presence(), now);
                watchers.presenceChanged(user, announce.presence(), now);
                return null;
            }

            @Override
            public Void expire(Effect.Expire expire) {
                write.expire(user, expire.session(), now);
                return null;
            }
        });
    }
}
