/** What the brokers have of what the others have. */
@NullMarked
package chat.natter.stack.replica;

import org.jspecify.annotations.NullMarked;
