package chat.natter.presence.watching;

import chat.natter.contract.UserId;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.sessions.Presence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides when which gateway is told of which user: at once if it was not told within the throttle, else when that has
 * passed, with what is true by then and only if it is news. Kept in memory and derived from the stored watches: after a
 * take-over each gateway is told again, since nobody knows what the last owner still got out.
 */
public final class TellGateways {
    private static final class Line {
        int watchers;
        long toldAt = Long.MIN_VALUE / 2;
        boolean due;

        /** What all sessions there have seen last; null if that is not one thing. */
        @Nullable
        Presence told;
    }

    private record Due(long at, UserId watched, Incarnation gateway) {}

    private final long throttleMillis;
    private final Map<UserId, Map<Incarnation, Line>> lines = new HashMap<>();
    private final PriorityQueue<Due> agenda = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private int watches;

    public TellGateways(long throttleMillis) {
        this.throttleMillis = throttleMillis;
    }

    /** One more session on that gateway watches the user. It is answered by itself. */
    public void began(UserId watched, Incarnation gateway) {
        line(watched, gateway).watchers++;
        watches++;
    }

    /** The same after a take-over: the gateway may have missed something, but not all have to be told at once. */
    public void recalled(UserId watched, Incarnation gateway, long now) {
        began(watched, gateway);
        Line line = line(watched, gateway);
        if (!line.due) {
            line.due = true;
            long spread = Math.floorMod(watched.hashCode(), Math.max(1, throttleMillis));
            agenda.add(new Due(now + spread, watched, gateway));
        }
    }

    /**
     * One session on that gateway was told by itself. If that is not what the gateway was told last, its sessions have
     * seen different things, so that whatever comes next is news to one of them.
     */
    public void answered(UserId watched, Incarnation gateway, Presence presence) {
        Line line = lines.getOrDefault(watched, Map.of()).get(gateway);
        if (line != null && line.told != null && !line.told.looksLike(presence)) {
            line.told = null;
        }
    }

    public void ended(UserId watched, Incarnation gateway) {
        Map<Incarnation, Line> ofUser = lines.get(watched);
        Line line = ofUser == null ? null : ofUser.get(gateway);
        if (ofUser == null || line == null) {
            return;
        }
        watches--;
        if (--line.watchers == 0) {
            ofUser.remove(gateway);
            if (ofUser.isEmpty()) {
                lines.remove(watched);
            }
        }
    }

    /** The user's presence was announced: who is to be told now. */
    public List<Tell> changed(UserId watched, Presence presence, long now) {
        Map<Incarnation, Line> ofUser = lines.get(watched);
        if (ofUser == null) {
            return List.of();
        }
        List<Tell> tells = new ArrayList<>();
        ofUser.forEach((gateway, line) -> {
            if (line.due || (line.told != null && line.told.looksLike(presence))) {
                return;
            }
            if (now - line.toldAt >= throttleMillis) {
                tells.add(tell(watched, gateway, line, presence, now));
            } else {
                line.due = true;
                agenda.add(new Due(line.toldAt + throttleMillis, watched, gateway));
            }
        });
        return tells;
    }

    /** Who is to be told by now of what was held back, with what is true at this moment. */
    public List<Tell> due(long now, Function<UserId, Presence> presences) {
        List<Tell> tells = new ArrayList<>();
        for (Due next = agenda.peek(); next != null && next.at() <= now; next = agenda.peek()) {
            agenda.remove();
            Line line = lines.getOrDefault(next.watched(), Map.of()).get(next.gateway());
            if (line == null || !line.due) {
                continue;
            }
            line.due = false;
            Presence presence = presences.apply(next.watched());
            if (line.told == null || !line.told.looksLike(presence)) {
                tells.add(tell(next.watched(), next.gateway(), line, presence, now));
            }
        }
        return tells;
    }

    /** Sessions that watch somebody, counted once for each whom they watch. */
    public int watches() {
        return watches;
    }

    private Line line(UserId watched, Incarnation gateway) {
        return lines.computeIfAbsent(watched, user -> new HashMap<>(2))
                .computeIfAbsent(gateway, incarnation -> new Line());
    }

    private static Tell tell(UserId watched, Incarnation gateway, Line line, Presence presence, long now) {
        line.toldAt = now;
        line.told = presence;
        return new Tell(watched, gateway, presence);
    }
}
