package chat.natter.presence.streams;

import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import chat.natter.presence.sessions.Agenda;
import chat.natter.presence.sessions.Departure;
import chat.natter.presence.sessions.Effect;
import chat.natter.presence.sessions.Presence;
import chat.natter.presence.sessions.UserSessions;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Announces a departure when its grace is over. The state says "settled" only once the announcement has certainly been
 * written; a crash in between announces it again rather than leaving a ghost online.
 */
final class AnnounceDepartures {
    /** Beyond the producer's delivery timeout of two minutes: by then it was written, or this task has failed. */
    private static final long SETTLE_MILLIS = 180_000;

    private final KeyValueStore<String, UserSessions> users;
    private final CarryOutEffects carryOut;
    private final PresenceCounts counts;
    private final long graceMillis;
    private final Agenda toAnnounce = new Agenda();
    private final Agenda toSettle = new Agenda();

    AnnounceDepartures(
            KeyValueStore<String, UserSessions> users,
            CarryOutEffects carryOut,
            PresenceCounts counts,
            long graceMillis) {
        this.users = users;
        this.carryOut = carryOut;
        this.counts = counts;
        this.graceMillis = graceMillis;
    }

    /** Takes note of a departure that came with a change of state. */
    void follow(UserId user, UserSessions before, UserSessions after) {
        Departure departure = new Departure(user, after.changedAt());
        if (departure.standsIn(after) && !departure.standsIn(before)) {
            toAnnounce.add(after.changedAt() + graceMillis, departure);
        }
    }

    void announceDue(long now) {
        for (Departure departure : toAnnounce.due(now)) {
            UserSessions state = state(departure);
            if (departure.standsIn(state)) {
                Presence gone = new Presence(PresenceState.OFFLINE, state.lastSeen(), 0);
                carryOut.carryOut(departure.user(), new Effect.Announce(gone), now);
                counts.departures.increment();
                toSettle.add(now + SETTLE_MILLIS, departure);
            }
        }
        for (Departure departure : toSettle.due(now)) {
            UserSessions state = state(departure);
            if (departure.standsIn(state)) {
                users.put(departure.user().value(), state.settle());
            }
        }
    }

    private UserSessions state(Departure departure) {
        UserSessions found = users.get(departure.user().value());
        return found == null ? UserSessions.NONE : found;
    }
}
