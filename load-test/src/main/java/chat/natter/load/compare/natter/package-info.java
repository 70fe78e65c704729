/** Natter as a contender. */
@NullMarked
package chat.natter.load.compare.natter;

import org.jspecify.annotations.NullMarked;
