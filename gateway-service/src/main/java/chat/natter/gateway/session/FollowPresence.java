package chat.natter.gateway.session;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.Activity;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.PresenceDelivery;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.WatchRecord;
import chat.natter.contract.record.WatchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom one session watches. A client is told of a user only what is news to it and what it may see; while nobody looks
 * at it, nothing, and then the last state of each.
 */
final class FollowPresence {
    /** Users that one device may watch. */
    static final int AT_MOST = 200;

    private static final int WATCHES_PER_SECOND = 50;
    private static final int WATCH_BURST = 3 * AT_MOST;
    private static final long ACTIVITY_INTERVAL_MILLIS = 1_000;

    private final ClientSession client;
    private final OpenSession session;
    private final SessionContext context;
    private final Publisher publisher;
    private final SessionRegistry registry;
    private final Map<UserId, WatchedUser> watched = new LinkedHashMap<>();
    private final SendAllowance allowance = new SendAllowance(WATCHES_PER_SECOND, WATCH_BURST);
    private boolean active = true;
    private boolean publishedActive = true;
    private long activityPublishedAt = Long.MIN_VALUE / 2;

    FollowPresence(
            ClientSession client,
            OpenSession session,
            SessionContext context,
            Publisher publisher,
            SessionRegistry registry) {
        this.client = client;
        this.session = session;
        this.context = context;
        this.publisher = publisher;
        this.registry = registry;
    }

    boolean watch(ClientFrame.Watch frame) {
        Set<UserId> added = new LinkedHashSet<>(frame.users());
        added.removeAll(watched.keySet());
        if (watched.size() + added.size() > AT_MOST) {
            client.refuse(Problem.TOO_LARGE, frame.id(), "a device watches at most " + AT_MOST + " users", null);
            return false;
        }
        int wait = added.isEmpty() ? 0 : allowance.millisToWait(added.size());
        if (wait > 0) {
            client.refuseTooMany(frame.id(), wait, allowance);
            return false;
        }
        // Whoever asks again is answered from here.
        frame.users().stream().distinct().forEach(user -> {
            WatchedUser known = watched.get(user);
            ServerFrame.Presence told = known == null ? null : known.told();
            if (told != null && active) {
                client.write(told);
            }
        });
        if (!added.isEmpty()) {
            added.forEach(user -> {
                watched.put(user, new WatchedUser(user));
                registry.watches(user, client);
            });
            request(WatchRequest.newBuilder().addAllAdd(texts(added)));
        }
        return true;
    }

    boolean unwatch(ClientFrame.Unwatch frame) {
        Set<UserId> removed = new LinkedHashSet<>(frame.users());
        removed.retainAll(watched.keySet());
        if (!removed.isEmpty()) {
            removed.forEach(this::forget);
            request(WatchRequest.newBuilder().addAllRemove(texts(removed)));
        }
        return true;
    }

    void activity(boolean nowActive) {
        active = nowActive;
        publishActivity();
        if (active) {
            watched.values().forEach(this::tellNews);
        }
    }

    /** Looks at the time: a device that flips to and fro is published once a second, and its last word counts. */
    void tick() {
        publishActivity();
    }

    /** Of a user whom this session watches. */
    void deliver(Delivery delivery) {
        PresenceDelivery presence = delivery.getPresence();
        WatchedUser found = watched.get(new UserId(presence.getUser()));
        if (found != null) {
            found.learn(presence, !delivery.getSession().isEmpty());
            if (active) {
                tellNews(found);
            }
        }
    }

    /** Whether this session may see that the user is online; only who is watched is. */
    boolean isShown(UserId user) {
        WatchedUser found = watched.get(user);
        return found != null && found.showsState();
    }

    /** The session is over; that ends its watches everywhere else by itself. */
    void ended() {
        List.copyOf(watched.keySet()).forEach(this::forget);
    }

    private void tellNews(WatchedUser user) {
        ServerFrame.Presence news = user.news();
        if (news != null) {
            client.write(news);
        }
    }

    private void forget(UserId user) {
        watched.remove(user);
        registry.unwatches(user, client);
    }

    private void publishActivity() {
        long now = context.now();
        if (active != publishedActive && now - activityPublishedAt >= ACTIVITY_INTERVAL_MILLIS) {
            publishedActive = active;
            activityPublishedAt = now;
            client.publish(
                    session,
                    SessionRecord.newBuilder().setActivity(Activity.newBuilder().setActive(active)));
        }
    }

    private void request(WatchRequest.Builder request) {
        UserId viewer = session.identity.user();
        WatchRecord record = WatchRecord.newBuilder()
                .setGateway(context.gateway().value())
                .setGatewayEpoch(context.epoch())
                .setSession(session.id.value())
                .setViewer(viewer.value())
                .setRequest(request)
                .build();
        publisher.watch(viewer, record, context.now());
    }

    private static List<String> texts(Set<UserId> users) {
        List<String> texts = new ArrayList<>(users.size());
        users.forEach(user -> texts.add(user.value()));
        return texts;
    }
}
