package chat.natter.presence.gateways;

/** What a gateway says of itself: how many sockets it holds, and whether it is about to leave. */
public record Load(int sockets, boolean draining) {}
