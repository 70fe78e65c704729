/** What must exist inside the servers before the services start, and the demo accounts after. */
@NullMarked
package chat.natter.stack.setup;

import org.jspecify.annotations.NullMarked;
