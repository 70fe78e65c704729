package chat.natter.presence.watching;

import chat.natter.contract.GatewayId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;

/** Where a {@link Watch} is stored: all of one user, and of one user on one gateway, lie together. */
public record WatchKey(UserId watched, GatewayId gateway, SessionId session) {
    private static final char SEPARATOR = '/';

    public static WatchKey parse(String stored) {
        int first = stored.indexOf(SEPARATOR);
        int second = stored.indexOf(SEPARATOR, first + 1);
        return new WatchKey(
                new UserId(stored.substring(0, first)),
                new GatewayId(stored.substring(first + 1, second)),
                new SessionId(stored.substring(second + 1)));
    }

    public static String prefixOf(UserId watched) {
        return watched.value() + SEPARATOR;
    }

    public static String prefixOf(UserId watched, GatewayId gateway) {
        return prefixOf(watched) + gateway.value() + SEPARATOR;
    }

    public String stored() {
        return prefixOf(watched, gateway) + session.value();
    }
}
