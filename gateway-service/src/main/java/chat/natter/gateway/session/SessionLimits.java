package chat.natter.gateway.session;

import chat.natter.contract.frame.ServerFrame;
import java.time.Duration;

/**
 * Bounds of one session.
 *
 * @param announced what {@code welcome} tells the client
 * @param sendBurst {@code send} frames that may come at once
 * @param forwardConversations to how many conversations messages may be passed on within {@code forwardWithin}
 * @param broadcastRecipients of one message to several users
 * @param helloWithin the first frame comes within this time, or the socket is closed with 4408
 * @param heartbeat a socket that is silent for twice as long is closed with 4440
 */
public record SessionLimits(
        ServerFrame.Limits announced,
        int sendBurst,
        int forwardConversations,
        Duration forwardWithin,
        int broadcastRecipients,
        Duration helloWithin,
        Duration heartbeat) {}
