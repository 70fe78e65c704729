package chat.natter.presence.streams;

import chat.natter.contract.GatewayId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.WatchRecord;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.privacy.Shown;
import chat.natter.presence.sessions.Presence;
import chat.natter.presence.watching.Tell;
import chat.natter.presence.watching.TellGateways;
import chat.natter.presence.watching.Watch;
import chat.natter.presence.watching.WatchKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The watched users' side of watches: each new one is answered to its session, with what it may see from then on; a
 * change of presence goes once to each gateway.
 */
final class TellWatchers {
    private final KeyValueStore<String, Watch> watches;
    private final UserRules rules;
    private final BiFunction<UserId, Long, Presence> presences;
    private final WriteRecords write;
    private final PresenceCounts counts;
    private final TellGateways tell;

    TellWatchers(
            KeyValueStore<String, Watch> watches,
            UserRules rules,
            BiFunction<UserId, Long, Presence> presences,
            WriteRecords write,
            TellGateways tell,
            PresenceCounts counts) {
        this.watches = watches;
        this.rules = rules;
        this.presences = presences;
        this.write = write;
        this.tell = tell;
        this.counts = counts;
    }

    void recall(long now) {
        try (KeyValueIterator<String, Watch> all = watches.all()) {
            all.forEachRemaining(entry -> {
                WatchKey key = WatchKey.parse(entry.key);
                tell.recalled(key.watched(), on(key, entry.value), now);
                counts.watches.increment();
            });
        }
    }

    void watching(UserId watched, WatchRecord record, long at, long now) {
        WatchKey key = new WatchKey(watched, new GatewayId(record.getGateway()), new SessionId(record.getSession()));
        Watch before = watches.get(key.stored());
        if (before != null) {
            forget(key, before);
        }
        if (!record.getWatching().getOn()) {
            return;
        }
        Shown inReturn = new Shown(
                record.getWatching().getShowsState(), record.getWatching().getShowsLastSeen());
        Watch watch = new Watch(new UserId(record.getViewer()), record.getGatewayEpoch(), inReturn, at);
        watches.put(key.stored(), watch);
        tell.began(watched, on(key, watch));
        counts.watches.increment();
        answer(key, watch, now);
    }

    /** A gateway was told of a user whom nobody on it watches: a taking back was lost in a crash. */
    void nobody(UserId watched, WatchRecord record) {
        long at = record.getNobody().getAt();
        stored(WatchKey.prefixOf(watched, new GatewayId(record.getGateway()))).stream()
                .filter(found -> found.value.at() <= at)
                .forEach(found -> forget(WatchKey.parse(found.key), found.value));
    }

    void rulesChanged(UserId watched, long now) {
        stored(WatchKey.prefixOf(watched)).forEach(found -> answer(WatchKey.parse(found.key), found.value, now));
    }

    void presenceChanged(UserId watched, Presence presence, long now) {
        tell.changed(watched, presence, now).forEach(found -> tell(found, now));
    }

    void tellDue(long now) {
        tell.due(now, user -> presences.apply(user, now)).forEach(found -> tell(found, now));
    }

    /** The partition moves elsewhere. */
    void release() {
        counts.watches.add(-tell.watches());
    }

    private void tell(Tell found, long now) {
        if (write.presence(found.watched(), found.presence(), found.gateway(), now)) {
            counts.tells.increment();
        }
    }

    private void answer(WatchKey key, Watch watch, long now) {
        Shown shown = watch.viewer().equals(key.watched())
                ? Shown.ALL
                : rules.of(key.watched()).shownTo(watch.viewer()).and(watch.inReturn());
        Presence presence = presences.apply(key.watched(), now);
        tell.answered(key.watched(), on(key, watch), presence);
        if (write.answer(key, on(key, watch), presence, shown, now)) {
            counts.answers.increment();
        }
    }

    private void forget(WatchKey key, Watch watch) {
        watches.delete(key.stored());
        tell.ended(key.watched(), on(key, watch));
        counts.watches.decrement();
    }

    private List<KeyValue<String, Watch>> stored(String prefix) {
        List<KeyValue<String, Watch>> found = new ArrayList<>();
        try (KeyValueIterator<String, Watch> entries = watches.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(found::add);
        }
        return found;
    }

    private static Incarnation on(WatchKey key, Watch watch) {
        return new Incarnation(key.gateway(), watch.epoch());
    }
}
