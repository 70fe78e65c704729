package chat.natter.history.pull;

import chat.natter.contract.GatewayId;
import chat.natter.contract.record.Delivery;

/** Where answers go. */
interface Deliveries {
    /** Takes it for the gateway's delivery topic. What is lost is asked for again by the client. */
    void send(GatewayId gateway, Delivery delivery);
}
