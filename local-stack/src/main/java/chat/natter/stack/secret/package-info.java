/** Secrets of one local stack, made at its first start and readable by their owner only. */
@NullMarked
package chat.natter.stack.secret;

import org.jspecify.annotations.NullMarked;
