/** The file {@code stack.json}: what runs, how to reach it, and how to start it again. */
@NullMarked
package chat.natter.stack.state;

import org.jspecify.annotations.NullMarked;
