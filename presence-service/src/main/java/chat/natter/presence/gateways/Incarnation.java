package chat.natter.presence.gateways;

import chat.natter.contract.GatewayId;

/** One life of a gateway, from a start to its end. A greater epoch is a later life. */
public record Incarnation(GatewayId gateway, long epoch) {}
