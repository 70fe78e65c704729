/** The five servers: how each one is configured and launched. */
@NullMarked
package chat.natter.stack.server;

import org.jspecify.annotations.NullMarked;
