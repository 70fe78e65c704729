/** How fast a full inbox is taken. Read {@link chat.natter.load.drain.RunDrain} first. */
@NullMarked
package chat.natter.load.drain;

import org.jspecify.annotations.NullMarked;
