/**
 * Operating system processes that outlive the command that started them, and that are only stopped when they are surely
 * the same.
 */
@NullMarked
package chat.natter.stack.process;

import org.jspecify.annotations.NullMarked;
