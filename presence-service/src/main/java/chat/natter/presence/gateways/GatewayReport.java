package chat.natter.presence.gateways;

import chat.natter.contract.GatewayId;

/**
 * One gateway as this instance sees it.
 *
 * @param heardAt milliseconds since 1970 at which this instance heard the last heartbeat
 */
public record GatewayReport(GatewayId gateway, long epoch, Load load, long heardAt, GatewayVerdict verdict) {}
