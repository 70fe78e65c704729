package chat.natter.presence.streams;

import chat.natter.contract.UserId;
import chat.natter.presence.gateways.GatewayPulses;
import chat.natter.presence.sessions.Outcome;
import chat.natter.presence.sessions.SessionIndex;
import chat.natter.presence.sessions.TrackSessions;
import chat.natter.presence.sessions.UserSessions;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/**
 * One partition of users. The store is the truth; the index and the agendas are derived from it, by one walk at the
 * start and then with every change.
 */
final class UserPartition {
    private static final Logger LOG = Logger.getLogger(UserPartition.class);

    private final ProcessorContext<byte[], byte[]> context;
    private final KeyValueStore<String, UserSessions> users;
    private final PresenceCounts counts;
    private final SessionIndex index = new SessionIndex();
    private final TrackSessions track;
    private final AnnounceDepartures departures;
    private final ExpireSessions expiry;
    private final WriteRecords write;

    UserPartition(
            ProcessorContext<byte[], byte[]> context,
            KeyValueStore<String, UserSessions> users,
            GatewayPulses pulses,
            PresenceCounts counts,
            long graceMillis) {
        this.context = context;
        this.users = users;
        this.counts = counts;
        this.write = new WriteRecords(context);
        this.track = new TrackSessions(incarnation -> pulses.judge(incarnation, context.currentSystemTimeMs()));
        this.departures = new AnnounceDepartures(users, write, counts, graceMillis);
        this.expiry = new ExpireSessions(index, pulses, write, counts);
    }

    /** Derives what is derived from the restored store. */
    void recall() {
        try (KeyValueIterator<String, UserSessions> all = users.all()) {
            all.forEachRemaining(entry -> follow(new UserId(entry.key), UserSessions.NONE, entry.value));
        }
        LOG.infof(
                "partition taken over task=%s onlineUsers=%d sessions=%d",
                context.taskId(), index.onlineUsers(), index.sessions());
    }

    void accept(Record<byte[], byte[]> found) {
        SessionFact fact = ReadSessionRecord.read(found.key(), found.value());
        if (fact instanceof SessionFact.Change change) {
            apply(change, found.timestamp());
        } else if (fact instanceof SessionFact.Unreadable unreadable) {
            bury(found, unreadable.cause());
        }
    }

    void sweep(long now) {
        departures.announceDue(now);
        expiry.expire(now);
    }

    /** The partition moves elsewhere; its users no longer count here. */
    void release() {
        counts.onlineUsers.add(-index.onlineUsers());
        counts.sessions.add(-index.sessions());
    }

    private void apply(SessionFact.Change change, long recordTime) {
        long now = context.currentSystemTimeMs();
        UserSessions found = users.get(change.user().value());
        UserSessions before = found == null ? UserSessions.NONE : found;
        // A gateway whose clock is ahead must not keep its users online for longer.
        Outcome outcome = track.apply(before, change.change(), Math.min(recordTime, now));
        if (!outcome.next().equals(before)) {
            users.put(change.user().value(), outcome.next());
            follow(change.user(), before, outcome.next());
        }
        outcome.effects().forEach(effect -> write.write(change.user(), effect, now));
    }

    private void follow(UserId user, UserSessions before, UserSessions after) {
        counts.onlineUsers.add(-index.onlineUsers());
        counts.sessions.add(-index.sessions());
        index.replace(user, before, after);
        counts.onlineUsers.add(index.onlineUsers());
        counts.sessions.add(index.sessions());
        departures.follow(user, before, after);
    }

    private void bury(Record<byte[], byte[]> found, String cause) {
        context.recordMetadata().ifPresent(where -> {
            LOG.warnf(
                    "unreadable record topic=%s partition=%d offset=%d cause=%s",
                    where.topic(), where.partition(), where.offset(), cause);
            counts.deadLetters.increment();
            context.forward(DeadLetter.of(found, where, cause), PresenceTopology.TO_DEAD_LETTERS);
        });
    }
}
