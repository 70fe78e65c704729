package chat.natter.presence.watching;

import chat.natter.contract.UserId;
import chat.natter.presence.gateways.Incarnation;
import chat.natter.presence.sessions.Presence;

/** A gateway is to be told of a watched user. */
public record Tell(UserId watched, Incarnation gateway, Presence presence) {}
