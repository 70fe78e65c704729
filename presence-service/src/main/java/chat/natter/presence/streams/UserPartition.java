package chat.natter.presence.streams;

import chat.natter.contract.InvalidId;
import chat.natter.contract.SessionId;
import chat.natter.contract.Topic;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.WatchRecord;
import chat.natter.presence.gateways.GatewayPulses;
import chat.natter.presence.sessions.Outcome;
import chat.natter.presence.sessions.Presence;
import chat.natter.presence.sessions.SessionChange;
import chat.natter.presence.sessions.SessionIndex;
import chat.natter.presence.sessions.TrackSessions;
import chat.natter.presence.sessions.UserSessions;
import chat.natter.presence.watching.TellGateways;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/**
 * One partition of users. The stores are the truth; the index and the agendas are derived from them, by one walk at the
 * start and then with every change.
 */
final class UserPartition {
    private static final Logger LOG = Logger.getLogger(UserPartition.class);

    private final ProcessorContext<byte[], Output> context;
    private final KeyValueStore<String, UserSessions> users;
    private final PresenceCounts counts;
    private final long graceMillis;
    private final SessionIndex index = new SessionIndex();
    private final TrackSessions track;
    private final UserRules rules;
    private final WriteRecords write;
    private final CarryOutEffects carryOut;
    private final AnnounceDepartures departures;
    private final ExpireSessions expiry;
    private final TellWatchers watchers;
    private final FollowWatchLists watchLists;
    private final FollowRules followRules;

    UserPartition(
            ProcessorContext<byte[], Output> context,
            PartitionStores stores,
            GatewayPulses pulses,
            PresenceCounts counts,
            PartitionSettings settings) {
        this.context = context;
        this.users = stores.users();
        this.counts = counts;
        this.graceMillis = settings.grace().toMillis();
        this.rules = new UserRules(stores.rules());
        this.track = new TrackSessions(incarnation -> pulses.judge(incarnation, context.currentSystemTimeMs()));
        this.write = new WriteRecords(
                context,
                incarnation -> !pulses.judge(incarnation, context.currentSystemTimeMs())
                        .isGone(),
                settings.hasTopic());
        this.watchers = new TellWatchers(
                stores.watchers(),
                rules,
                this::presence,
                write,
                new TellGateways(settings.throttle().toMillis()),
                counts);
        this.watchLists = new FollowWatchLists(stores.watching(), rules, write);
        this.followRules = new FollowRules(rules, watchers, watchLists);
        this.carryOut = new CarryOutEffects(write, watchers);
        this.departures = new AnnounceDepartures(users, carryOut, counts, graceMillis);
        this.expiry = new ExpireSessions(index, pulses, carryOut, counts);
    }

    /** Derives what is derived from the restored stores. */
    void recall() {
        try (KeyValueIterator<String, UserSessions> all = users.all()) {
            all.forEachRemaining(entry -> follow(new UserId(entry.key), UserSessions.NONE, entry.value));
        }
        watchers.recall(context.currentSystemTimeMs());
        LOG.infof(
                "partition taken over task=%s onlineUsers=%d sessions=%d",
                context.taskId(), index.onlineUsers(), index.sessions());
    }

    void accept(Record<byte[], byte[]> found, String topic) {
        try {
            if (topic.equals(Topic.SESSIONS.topicName())) {
                acceptSession(found);
            } else if (topic.equals(Topic.ACCOUNTS.topicName())) {
                acceptAccount(found);
            } else {
                acceptWatch(found);
            }
        } catch (InvalidProtocolBufferException | InvalidId unreadable) {
            bury(found, String.valueOf(unreadable.getMessage()));
        }
    }

    void sweep(long now) {
        departures.announceDue(now);
        expiry.expire(now);
        watchers.tellDue(now);
    }

    /** The partition moves elsewhere; its users no longer count here. */
    void release() {
        counts.onlineUsers.add(-index.onlineUsers());
        counts.sessions.add(-index.sessions());
        watchers.release();
    }

    private void acceptSession(Record<byte[], byte[]> found) {
        SessionFact fact = ReadSessionRecord.read(found.key(), found.value());
        if (fact instanceof SessionFact.Change change) {
            apply(change, found.timestamp());
        } else if (fact instanceof SessionFact.Unreadable unreadable) {
            bury(found, unreadable.cause());
        }
    }

    private void acceptAccount(Record<byte[], byte[]> found) throws InvalidProtocolBufferException {
        UserId user = userOf(found);
        long now = context.currentSystemTimeMs();
        if (followRules.changed(user, found.value() == null ? null : Account.parseFrom(found.value()), now)) {
            follow(user, sessions(user), UserSessions.NONE);
            users.delete(user.value());
            write.erase(user, now);
        }
    }

    private void acceptWatch(Record<byte[], byte[]> found) throws InvalidProtocolBufferException {
        if (found.value() == null) {
            bury(found, "value is missing");
            return;
        }
        UserId user = userOf(found);
        WatchRecord record = WatchRecord.parseFrom(found.value());
        long now = context.currentSystemTimeMs();
        switch (record.getBodyCase()) {
            case REQUEST -> {
                // The request may come after the end of its session, since they travel on two topics.
                if (!sessions(user).knowsAsClosed(new SessionId(record.getSession()))) {
                    watchLists.requested(user, record, found.timestamp());
                }
            }
            case WATCHING -> watchers.watching(user, record, found.timestamp(), now);
            case NOBODY -> watchers.nobody(user, record);
            case BODY_NOT_SET -> bury(found, "a watch record without a body that this version knows");
        }
    }

    private void apply(SessionFact.Change change, long recordTime) {
        UserId user = change.user();
        long now = context.currentSystemTimeMs();
        if (rules.of(user).erased()) {
            return;
        }
        UserSessions before = sessions(user);
        // A gateway whose clock is ahead must not keep its users online for longer.
        Outcome outcome = track.apply(before, change.change(), Math.min(recordTime, now));
        if (!outcome.next().equals(before)) {
            users.put(user.value(), outcome.next());
            follow(user, before, outcome.next());
        }
        outcome.effects().forEach(effect -> carryOut.carryOut(user, effect, now));
        if (change.change() instanceof SessionChange.Closed closed) {
            watchLists.sessionEnded(user, closed.session(), now);
        }
    }

    private void follow(UserId user, UserSessions before, UserSessions after) {
        counts.onlineUsers.add(-index.onlineUsers());
        counts.sessions.add(-index.sessions());
        index.replace(user, before, after);
        counts.onlineUsers.add(index.onlineUsers());
        counts.sessions.add(index.sessions());
        departures.follow(user, before, after);
    }

    private Presence presence(UserId user, long now) {
        return sessions(user).presence(now, graceMillis);
    }

    private UserSessions sessions(UserId user) {
        UserSessions found = users.get(user.value());
        return found == null ? UserSessions.NONE : found;
    }

    private static UserId userOf(Record<byte[], byte[]> found) {
        return new UserId(found.key() == null ? "" : new String(found.key(), StandardCharsets.UTF_8));
    }

    private void bury(Record<byte[], byte[]> found, String cause) {
        context.recordMetadata().ifPresent(where -> {
            LOG.warnf(
                    "unreadable record topic=%s partition=%d offset=%d cause=%s",
                    where.topic(), where.partition(), where.offset(), cause);
            counts.deadLetters.increment();
            context.forward(
                    DeadLetter.of(found, where, cause).withValue(Output.of(found.value())),
                    PresenceTopology.TO_DEAD_LETTERS);
        });
    }
}
