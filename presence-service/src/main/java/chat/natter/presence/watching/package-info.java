/**
 * Who wants to know of whom, and when they are told: once per gateway that has watchers, not more often than the
 * throttle allows, and in the end the truth. Read {@link chat.natter.presence.watching.TellGateways} first.
 */
@NullMarked
package chat.natter.presence.watching;

import org.jspecify.annotations.NullMarked;
