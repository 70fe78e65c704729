/** What the stack's processes cost, as the operating system counts it. */
@NullMarked
package chat.natter.load.process;

import org.jspecify.annotations.NullMarked;
