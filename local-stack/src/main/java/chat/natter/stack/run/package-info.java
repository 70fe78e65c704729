/** The commands themselves: start, stop, look, reset, test. */
@NullMarked
package chat.natter.stack.run;

import org.jspecify.annotations.NullMarked;
