/** Natter's services: how each one is configured and launched. */
@NullMarked
package chat.natter.stack.service;

import org.jspecify.annotations.NullMarked;
