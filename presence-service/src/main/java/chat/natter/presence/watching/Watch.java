package chat.natter.presence.watching;

import chat.natter.contract.UserId;
import chat.natter.presence.privacy.Shown;

/**
 * One session's watch on one user, as the watched user's partition keeps it.
 *
 * @param epoch of the gateway that holds the session
 * @param inReturn what the viewer shows the watched user
 * @param at record time, in milliseconds since 1970
 */
public record Watch(UserId viewer, long epoch, Shown inReturn, long at) {}
