/** The servers as containers of the official images, by Testcontainers. Nothing else knows of it. */
@NullMarked
package chat.natter.stack.container;

import org.jspecify.annotations.NullMarked;
