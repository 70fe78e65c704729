/** Where things live: ports, folders and the options of {@code up}. Plain values, no I/O. */
@NullMarked
package chat.natter.stack.plan;

import org.jspecify.annotations.NullMarked;
