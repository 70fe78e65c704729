package chat.natter.presence.lookup;

import chat.natter.contract.UserId;

/**
 * Who asks.
 *
 * @param authorization the caller's own token, which goes along to other instances: there is no inner back door
 * @param handedOn another instance asks in the caller's name
 */
record Asker(UserId user, String authorization, boolean handedOn) {}
