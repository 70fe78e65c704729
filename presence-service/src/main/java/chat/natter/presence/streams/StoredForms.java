package chat.natter.presence.streams;

import chat.natter.contract.GatewayId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.privacy.Rules;
import chat.natter.presence.privacy.Shown;
import chat.natter.presence.stored.StoredRules;
import chat.natter.presence.stored.StoredWatch;
import chat.natter.presence.stored.StoredWatchList;
import chat.natter.presence.stored.StoredWatching;
import chat.natter.presence.watching.Watch;
import chat.natter.presence.watching.WatchList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;

/** The stored form of rules and watches, see {@code stored.proto}. */
final class StoredForms {
    static final Serde<Rules> RULES = StoredBytes.of(StoredForms::write, StoredRules.parser(), StoredForms::read);
    static final Serde<Map<SessionId, WatchList>> WATCHING =
            StoredBytes.of(StoredForms::write, StoredWatching.parser(), StoredForms::read);
    static final Serde<Watch> WATCH = StoredBytes.of(StoredForms::write, StoredWatch.parser(), StoredForms::read);

    private StoredForms() {}

    static Set<UserId> users(Collection<String> stored) {
        Set<UserId> users = new LinkedHashSet<>();
        stored.forEach(user -> users.add(new UserId(user)));
        return users;
    }

    private static List<String> texts(Collection<UserId> users) {
        return users.stream().map(UserId::value).toList();
    }

    private static StoredRules write(Rules rules) {
        return StoredRules.newBuilder()
                .setPrivacy(ReadAccount.privacy(rules))
                .addAllContacts(texts(rules.contacts()))
                .addAllBlocked(texts(rules.blocked()))
                .setErased(rules.erased())
                .build();
    }

    private static Rules read(StoredRules stored) {
        return new Rules(
                ReadAccount.audience(stored.getPrivacy().getOnline()),
                ReadAccount.audience(stored.getPrivacy().getLastSeen()),
                users(stored.getContactsList()),
                users(stored.getBlockedList()),
                stored.getErased());
    }

    private static StoredWatching write(Map<SessionId, WatchList> lists) {
        StoredWatching.Builder stored = StoredWatching.newBuilder();
        lists.forEach((session, list) -> stored.addSessions(StoredWatchList.newBuilder()
                .setSession(session.value())
                .setGateway(list.on().gateway().value())
                .setGatewayEpoch(list.on().epoch())
                .addAllUsers(texts(list.users()))));
        return stored.build();
    }

    private static Map<SessionId, WatchList> read(StoredWatching stored) {
        Map<SessionId, WatchList> lists = new LinkedHashMap<>();
        stored.getSessionsList().forEach(list -> {
            Incarnation on = new Incarnation(new GatewayId(list.getGateway()), list.getGatewayEpoch());
            lists.put(new SessionId(list.getSession()), new WatchList(on, users(list.getUsersList())));
        });
        return lists;
    }

    private static StoredWatch write(Watch watch) {
        return StoredWatch.newBuilder()
                .setViewer(watch.viewer().value())
                .setGatewayEpoch(watch.epoch())
                .setShowsState(watch.inReturn().state())
                .setShowsLastSeen(watch.inReturn().lastSeen())
                .setAt(watch.at())
                .build();
    }

    private static Watch read(StoredWatch stored) {
        return new Watch(
                new UserId(stored.getViewer()),
                stored.getGatewayEpoch(),
                new Shown(stored.getShowsState(), stored.getShowsLastSeen()),
                stored.getAt());
    }
}
