/** Tests that concern the module as a whole, and the ones that run it as a process. */
@NullMarked
package chat.natter.presence;

import org.jspecify.annotations.NullMarked;
