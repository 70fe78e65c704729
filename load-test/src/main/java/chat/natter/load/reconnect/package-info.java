/** How fast devices come back with a resume ticket, and what a gateway pays for it. */
@NullMarked
package chat.natter.load.reconnect;

import org.jspecify.annotations.NullMarked;
