/** Who may see what of whom: one rule for sockets and REST. Read {@link chat.natter.presence.privacy.Rules} first. */
@NullMarked
package chat.natter.presence.privacy;

import org.jspecify.annotations.NullMarked;
