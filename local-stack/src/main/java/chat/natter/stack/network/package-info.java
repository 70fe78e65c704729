/** A network that tests can break. */
@NullMarked
package chat.natter.stack.network;

import org.jspecify.annotations.NullMarked;
