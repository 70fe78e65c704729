/** Who asks. */
@NullMarked
package chat.natter.media.caller;

import org.jspecify.annotations.NullMarked;
