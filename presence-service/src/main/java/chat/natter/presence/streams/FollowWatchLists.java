package chat.natter.presence.streams;

import chat.natter.contract.GatewayId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.WatchRecord;
import chat.natter.contract.record.WatchRequest;
import chat.natter.contract.record.Watching;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.privacy.Rules;
import chat.natter.presence.privacy.Shown;
import chat.natter.presence.watching.WatchList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The viewers' side of watches: passes each one on to the watched user's partition, with what the viewer shows that
 * user, and takes it back when the session ends. A repeated request is passed on again, since the first may not have
 * left.
 */
final class FollowWatchLists {
    private final KeyValueStore<String, Map<SessionId, WatchList>> lists;
    private final UserRules rules;
    private final WriteRecords write;

    FollowWatchLists(KeyValueStore<String, Map<SessionId, WatchList>> lists, UserRules rules, WriteRecords write) {
        this.lists = lists;
        this.rules = rules;
        this.write = write;
    }

    void requested(UserId viewer, WatchRecord record, long at) {
        SessionId session = new SessionId(record.getSession());
        Incarnation on = new Incarnation(new GatewayId(record.getGateway()), record.getGatewayEpoch());
        WatchRequest request = record.getRequest();
        Set<UserId> added = StoredForms.users(request.getAddList());
        Set<UserId> removed = StoredForms.users(request.getRemoveList());
        Map<SessionId, WatchList> mine = of(viewer);
        WatchList next =
                mine.getOrDefault(session, new WatchList(on, added)).with(added).without(removed);
        if (next.users().isEmpty()) {
            mine.remove(session);
        } else {
            mine.put(session, next);
        }
        replace(viewer, mine);
        Rules own = rules.of(viewer);
        added.forEach(watched -> pass(viewer, session, on, watched, own.shownTo(watched), at));
        removed.forEach(watched -> takeBack(viewer, session, on, watched, at));
    }

    void sessionEnded(UserId viewer, SessionId session, long now) {
        Map<SessionId, WatchList> mine = of(viewer);
        WatchList ended = mine.remove(session);
        if (ended != null) {
            replace(viewer, mine);
            ended.users().forEach(watched -> takeBack(viewer, session, ended.on(), watched, now));
        }
    }

    /** What the viewer shows bounds what the viewer sees. */
    void rulesChanged(UserId viewer, long now) {
        Rules own = rules.of(viewer);
        of(viewer)
                .forEach((session, list) -> list.users()
                        .forEach(watched -> pass(viewer, session, list.on(), watched, own.shownTo(watched), now)));
    }

    private Map<SessionId, WatchList> of(UserId viewer) {
        Map<SessionId, WatchList> found = lists.get(viewer.value());
        return found == null ? new LinkedHashMap<>() : new LinkedHashMap<>(found);
    }

    private void replace(UserId viewer, Map<SessionId, WatchList> mine) {
        lists.put(viewer.value(), mine.isEmpty() ? null : mine);
    }

    private void pass(UserId viewer, SessionId session, Incarnation on, UserId watched, Shown shown, long now) {
        Watching watching = Watching.newBuilder()
                .setOn(true)
                .setShowsState(shown.state())
                .setShowsLastSeen(shown.lastSeen())
                .build();
        write.watch(watched, record(viewer, session, on).setWatching(watching).build(), now);
    }

    private void takeBack(UserId viewer, SessionId session, Incarnation on, UserId watched, long now) {
        WatchRecord ended = record(viewer, session, on)
                .setWatching(Watching.getDefaultInstance())
                .build();
        write.watch(watched, ended, now);
    }

    private static WatchRecord.Builder record(UserId viewer, SessionId session, Incarnation on) {
        return WatchRecord.newBuilder()
                .setViewer(viewer.value())
                .setSession(session.value())
                .setGateway(on.gateway().value())
                .setGatewayEpoch(on.epoch());
    }
}
