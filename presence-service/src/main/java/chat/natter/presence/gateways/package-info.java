/** Which gateways live, as seen by this instance from {@code chat.gateways}. */
@NullMarked
package chat.natter.presence.gateways;

import org.jspecify.annotations.NullMarked;
