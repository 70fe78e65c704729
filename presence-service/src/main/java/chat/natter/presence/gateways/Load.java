package chat.natter.presence.gateways;

/**
 * What a gateway says of itself: how many sockets it holds, whether it is about to leave, and which version it runs,
 * empty if it does not say.
 */
public record Load(int sockets, boolean draining, String version) {}
