/** The command line: options and help. Holds no rule of its own. */
@NullMarked
package chat.natter.stack.cli;

import org.jspecify.annotations.NullMarked;
