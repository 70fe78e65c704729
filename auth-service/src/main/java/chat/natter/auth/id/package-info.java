/** New ids, and the clock and random source that everything else is given. */
@NullMarked
package chat.natter.auth.id;

import org.jspecify.annotations.NullMarked;
