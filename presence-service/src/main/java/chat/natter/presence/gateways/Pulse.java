package chat.natter.presence.gateways;

/** The last heartbeat of a gateway, with the time at which this instance heard it. */
record Pulse(long epoch, long intervalMillis, Load load, long heardAt) {}
