/** Start, health and draining. */
@NullMarked
package chat.natter.gateway.lifecycle;

import org.jspecify.annotations.NullMarked;
